// What a page says to its server: hello when it is there, alive now and then, bye when it leaves (docs/how-it-works.md).
// Whole-line comments, indentation, most ends of lines and spaces beside signs are dropped by the build.
(function (w, d, n) {
  // An element with that id would be seen as w.lasttab too. A browser that knows these knows all that is used here.
  if (w.hasOwnProperty('lasttab') || !n.sendBeacon || !Event.prototype.composedPath || !d.currentScript) return;

  var address = d.currentScript.src.replace(/[^\/]*$/, 'page');
  var state = 'new', sequence = 0, left = false, kept = false, page = '';
  // How many times the page was shown, and the last of them whose hello was heard; 0 if it belongs to no session.
  var showing = 1, greeted = -1;
  // The other host that the page itself was sending its user to last, and when: whether it came to that, the bye says.
  var host = '', since = 0, sent = false;
  // The last word of the page that this tab has shown before.
  var before = '';

  // Kept in memory only: what is stored by tab is copied when a tab is duplicated.
  var random = w.crypto.getRandomValues(new Uint8Array(16));
  for (var i = 0; i < 16; i++) page += (256 + random[i]).toString(16).slice(1);

  function word(kind) {
    return kind + ' ' + page + ' ' + ++sequence;
  }

  // To an address, or to what an SVG link has in its place.
  function going(url) {
    try {
      var to = new URL(url.baseVal || url, d.baseURI).host;
      if (to && to !== w.location.host) {
        host = to;
        since = Date.now();
      }
    } catch (failed) {}
  }

  // What is stored by tab tells the next page in this tab of the last word here, and nothing else. A frame shares it with
  // the tab's own page, and a window that was opened got a copy.
  function recall() {
    try {
      if (w.opener || w.top !== w) return;
      before = w.sessionStorage[address] || '';
      delete w.sessionStorage[address];
    } catch (failed) {}
  }

  function post(text, answered, failed) {
    // The referrer tells of which document the page is, whatever the page's own policy says.
    w.fetch(address, {method: 'POST', body: text, keepalive: true, referrerPolicy: 'same-origin'})
      .then(function (answer) {
        if (answer.headers.has('lasttab')) tell(2);
        if (answer.status < 500 || !failed) answered(answer.status);
        else failed();
      }, failed || function () {});
  }

  function answered(status) {
    if (status === 204) {
      state = 'open';
    } else if (status === 410 && state === 'open') {
      // The page goes on saying alive: should the user log in again in here, it must be known to the new session.
      state = 'expired';
      w.dispatchEvent(new Event('lasttab:expired'));
    }
  }

  // Says hello until one was heard: a page that came back from the back-forward cache is not reopened by an alive. And again
  // when it belongs to no session (202) or to none any more.
  function speak(heard, failed) {
    var shown = showing, hello = greeted !== shown;
    post(hello ? word('hello') + before : word('alive'), function (status) {
      greeted = status === 204 ? shown : 0;
      if (status === 400) before = '';
      heard(status);
    }, failed);
  }

  function alive() {
    if (!left) speak(answered);
  }

  function later() {
    w.setTimeout(alive, 5000);
  }

  // The session of this page is that of the application's other pages in this browser too. Those that have seen none so far are
  // told of each page (1), and all of the first page that a session is heard of by (2): theirs may have been ended meanwhile.
  // Nothing is kept.
  function tell(what) {
    try {
      w.localStorage[address] = what;
      delete w.localStorage[address];
    } catch (failed) {}
  }

  function bye() {
    // A form that was sent before this script ran: a page that only leads on to pay or to sign on.
    if (w.performance.now() < 9000) [].forEach.call(d.forms, function (form) {
      going(form.getAttribute('action'));
    });
    // Back from there and forward again, which the page is not told of.
    sent = Date.now() - since < 120000 || sent && kept;
    var text = word('bye') + (kept ? ' cached' : '') + (sent ? ' away ' + host : '');
    try {
      w.sessionStorage[address] = ' after ' + page + ' ' + sequence;
    } catch (failed) {}
    try {
      if (!n.sendBeacon(address, text)) throw 0;
    } catch (failed) {
      post(text, function () {});
    }
    // It may be the first one, and does not know.
    if (greeted < 0) tell(2);
  }

  function listen() {
    w.addEventListener('pagehide', function (e) {
      left = true;
      kept = e.persisted;
      bye();
    });
    d.addEventListener('visibilitychange', function () {
      // Of a single bye Firefox loses four in ten when a tab closes, but not also the one at the hiding that follows.
      if (!d.hidden) alive();
      else if (left) bye();
    });
    w.addEventListener('pageshow', function (e) {
      if (!e.persisted) return;
      left = kept = false;
      showing++;
      since = 0;
      recall();
      speak(function (status) {
        // The session died while the page was away: what it shows is not to be trusted. A reloaded page is not restored.
        if (status === 410 && state === 'open') w.location.reload();
        answered(status);
      }, later);
    });
    d.addEventListener('resume', alive);
    // Only the pages that the server has heard of keep a session. Not while the first hello is on its way: of two the second
    // may overtake it, and it alone tells of the document. None of the application's business.
    w.addEventListener('storage', function (e) {
      if (e.key !== address) return;
      e.stopImmediatePropagation();
      if (greeted >= 0 && e.newValue > !!greeted) alive();
    }, true);
    // No address that is typed, no bookmark, no reload and no close does this; a page's links, forms and scripts do.
    if (w.navigation) {
      w.navigation.addEventListener('navigate', function (e) {
        if (e.downloadRequest == null) going(e.destination.url);
      });
    } else {
      d.addEventListener('click', function (e) {
        // Through shadow trees too.
        e.composedPath().forEach(function (e) {
          if (/^a/.test(e.localName) && e.getAttribute('target') !== '_blank' && !e.download) going(e.href);
        });
      }, true);
      d.addEventListener('submit', function (e) {
        going(e.submitter && e.submitter.getAttribute('formaction') || e.target.getAttribute('action'));
      }, true);
    }
    w.setInterval(alive, ALIVE_MILLIS);
  }

  function begin() {
    var top;
    try {
      top = w.top !== w && w.top.document && w.top;
    } catch (failed) {}
    if (top && top.lasttab && top.lasttab.address === address) {
      post(word('framed'), function () {});
    } else if (top && top.document.readyState !== 'complete') {
      w.setTimeout(begin, 500);
    } else {
      listen();
      recall();
      tell(1);
      speak(answered, later);
    }
  }

  w.lasttab = {address: address, get state() { return state; }};
  if (d.prerendering) d.addEventListener('prerenderingchange', begin);
  else begin();
})(window, document, navigator);
