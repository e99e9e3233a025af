/**
 * A loader for webpack. Of decimal.js it leaves out what `engine/decimal.ts` doesn't declare and what the rest of
 * decimal.js doesn't call: angles, logarithms, powers, other bases. They are methods of one prototype, which no minifier
 * takes apart, and more than half of the package in every bundle.
 */
const methods = [
  ...["cosine", "sine", "tangent", "inverseCosine", "inverseSine", "inverseTangent"],
  ...["hyperbolicCosine", "hyperbolicSine", "hyperbolicTangent"],
  ...["inverseHyperbolicCosine", "inverseHyperbolicSine", "inverseHyperbolicTangent"],
  ...["logarithm", "naturalExponential", "naturalLogarithm", "toPower"],
  ...["dividedToIntegerBy", "modulo", "toNearest", "toFraction"],
  ...["toBinary", "toHexadecimal", "toOctal"],
];

/** Functions that do as the methods do, of the constructor. */
const ofConstructor = [
  ...["abs", "acos", "acosh", "add", "asin", "asinh", "atan", "atanh", "atan2", "cbrt", "ceil", "clamp", "cos", "cosh"],
  ...["div", "exp", "floor", "hypot", "ln", "log", "log10", "log2", "mod", "mul", "pow", "random", "round", "sign"],
  ...["sin", "sinh", "sqrt", "sub", "sum", "tan", "tanh", "trunc"],
];

/** What is cut out, and what stands in its place. */
const cuts = [
  ...methods.map((name) => [new RegExp(`^P\\.${name} = (P\\.\\w+ = )?function [^]*?^};$`, "m"), ""]),
  ...ofConstructor.map((name) => [new RegExp(`^  Decimal\\.${name} = ${name};`, "m"), ""]),
  // Texts that aren't decimal numbers: refused, as a text without any meaning is.
  [
    /^function parseOther\(x, str\) {[^]*?^}$/m,
    "function parseOther(x, str) {\n  throw Error(invalidArgument + str);\n}",
  ],
  // 1,000 digits of each, for logarithms and angles.
  [/^LN10 = new Decimal\(LN10\);$/m, ""],
  [/^PI = new Decimal\(PI\);$/m, ""],
];

module.exports = function decimalInUse(source) {
  let text = source;
  for (const [cut, instead] of cuts) {
    if (!cut.test(text)) throw new Error(`decimal.js no longer has ${cut}: look at what it has instead.`);
    text = text.replace(cut, instead);
  }
  return text;
};
