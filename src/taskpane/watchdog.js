// Says why the pane stays at "Starting…". In the oldest JavaScript that any Excel knows and as a file of its own, not
// compiled: it must run where everything else can't even be read. ES5 only; test/browser/loading.test.ts holds it to that.
(function () {
  var PATIENCE = 8000;
  var firstError = "";
  window.addEventListener("error", function (event) {
    if (!firstError && event.message) firstError = String(event.message);
  });
  setTimeout(function () {
    var shell = document.querySelector("#pane .shell");
    // The pane has taken the place of the shell, and says by itself what is wrong.
    if (!shell) return;
    var status = shell.querySelector("[role=status]");
    if (!status) return;
    shell.className += " trouble";
    status.textContent = reason();
    status.parentNode.appendChild(reloadButton());
    status.parentNode.appendChild(helpLink());
  }, PATIENCE);

  function reason() {
    if (/SyntaxError|Unexpected|Invalid regular expression/i.test(firstError)) {
      return (
        "This computer’s browser parts are too old for Keel. On a Mac, update to macOS 12.3 or newer (Safari 15.4); " +
        "on Windows, update Office and Microsoft Edge."
      );
    }
    if (typeof window.keelFunctions === "undefined") {
      return "Keel’s own files have not arrived. Check that this computer is online, then reload.";
    }
    return "Keel has not started yet. Reload; if it stays, close this pane and restart Excel.";
  }

  function reloadButton() {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = "Reload";
    button.onclick = function () {
      location.reload();
    };
    return button;
  }

  function helpLink() {
    var link = document.createElement("a");
    link.href = "support.html#loading";
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = "What to do when it doesn’t load";
    return link;
  }
})();
