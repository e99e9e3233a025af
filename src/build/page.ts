interface Page {
  readonly title: string;
  /** What stands in its `main`, as HTML. */
  readonly body: string;
  /** The way to the root of the site, seen from the page: `./` or `../`. */
  readonly root: "./" | "../";
}

/** Frames a page of the site that is for reading: one look, no script, and a content policy that lets nothing out or in. */
export function page({ title, body, root }: Page): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta
      http-equiv="Content-Security-Policy"
      content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
    />
    <meta name="color-scheme" content="light dark" />
    <title>${escaped(title)}</title>
    <link rel="icon" href="${root}assets/icon-32.png" />
    <link rel="stylesheet" href="${root}help/help.css" />
  </head>
  <body>
    <main>
      ${body}
    </main>
    <footer>
      <p>Keel does the arithmetic of rules that you choose. It is not investment or tax advice.</p>
      <p>
        <a href="${root}help/bring-in.html">Bring your files in</a>
        <a href="${root}help/index.html">Functions</a>
        <a href="${root}support.html">Support</a>
        <a href="${root}privacy.html">Privacy</a>
      </p>
    </footer>
  </body>
</html>
`;
}

/** A text as HTML shows it. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
