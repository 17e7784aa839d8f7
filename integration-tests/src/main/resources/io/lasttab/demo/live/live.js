"use strict";

// Asks the server for its sessions twice a second and moves the page there, changing only what is different: a page
// that is written anew with every answer flickers, loses the focus and cannot be read aloud.

const POLL_MILLIS = 500;
const TIMEOUT_MILLIS = 30 * 60 * 1000;
const EXITS_SHOWN = 50;
const TABS_SHOWN = 12;
const FADE_MILLIS = 400;
// Answers arrive a little early or late; a countdown that follows each of them stutters.
const JITTER_MILLIS = 300;

const CAUSES = {
  ORPHANED_CLOSED: "Last tab closed",
  ORPHANED_LEFT: "Left for another address",
  ORPHANED_SENT_AWAY: "Sent away, never came back",
  ORPHANED_LOST: "Fell silent",
  LOGOUT: "Signed out",
  TIMEOUT: "Server's timeout",
  UNDEPLOY: "Application stopped",
  OPERATOR: "Ended by hand",
};

// What stands in a ring that neither counts pages nor seconds.
const VALUES = { UNCONFIRMED: "–", LEAVING: "…", ENDING: "" };

const isOurs = (cause) => cause.startsWith("ORPHANED_");
const byId = (id) => document.getElementById(id);
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const count = (n, one) => `${n} ${one}${n === 1 ? "" : "s"}`;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function duration(millis) {
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** "12 s ago", counted in steps that grow, because a list in which every line ticks is a nervous one. */
function ago(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  if (seconds < 5) {
    return "just now";
  }
  if (seconds < 60) {
    return `${Math.floor(seconds / 5) * 5} s ago`;
  }
  return seconds < 3600 ? `${Math.floor(seconds / 60)} min ago` : `${Math.floor(seconds / 3600)} h ago`;
}

/** The rows of one list, kept by key: made once, then only updated. */
class Rows {
  constructor(list, template, fade) {
    this.list = list;
    this.template = template;
    this.fade = fade;
    this.rows = new Map();
  }

  show(items, key, update) {
    const wanted = new Set(items.map(key));
    for (const [name, row] of this.rows) {
      if (!wanted.has(name)) {
        this.rows.delete(name);
        this.remove(row);
      }
    }
    let before = this.list.firstElementChild;
    for (const item of items) {
      while (before?.classList.contains("gone")) {
        before = before.nextElementSibling;
      }
      let row = this.rows.get(key(item));
      if (!row) {
        row = this.template.content.firstElementChild.cloneNode(true);
        this.rows.set(key(item), row);
      }
      if (row === before) {
        before = before.nextElementSibling;
      } else {
        this.list.insertBefore(row, before);
      }
      update(row, item);
    }
  }

  remove(row) {
    if (!this.fade || calm.matches) {
      row.remove();
      return;
    }
    row.classList.add("gone");
    row.inert = true;
    setTimeout(() => {
      row.remove();
      showEmpty();
    }, FADE_MILLIS);
  }
}

const sessionRows = new Rows(byId("sessions"), byId("session-template"), true);
const exitRows = new Rows(byId("exits"), byId("exit-template"), false);
const leaving = new Map();
let ticking = false;

/** Draws the countdowns, as often as the screen does, as long as there is one. */
function tick(now) {
  ticking = leaving.size > 0;
  for (const [row, countdown] of leaving) {
    if (!row.isConnected || row.classList.contains("gone")) {
      leaving.delete(row);
      continue;
    }
    const left = Math.max(0, countdown.deadline - now);
    const seconds = Math.ceil(left / 1000);
    const shown = calm.matches ? seconds * 1000 : left;
    row.querySelector(".fill").style.strokeDashoffset = 100 - Math.min(100, (100 * shown) / countdown.whole);
    setText(row.querySelector(".value"), String(seconds));
  }
  if (ticking) {
    requestAnimationFrame(tick);
  }
}

function countDown(row, session) {
  const deadline = performance.now() + session.endsInMillis;
  const known = leaving.get(row);
  const whole = Math.max(session.endsInMillis, known?.whole ?? session.graceMillis);
  if (!known || Math.abs(known.deadline - deadline) > JITTER_MILLIS) {
    leaving.set(row, { deadline, whole });
  }
  if (!ticking) {
    ticking = true;
    requestAnimationFrame(tick);
  }
}

function headline(session) {
  switch (session.state) {
    case "OPEN":
      return `${count(session.openPages, "page")} open`;
    case "LEAVING":
      return "No page left";
    case "ENDING":
      return "Ending now";
    default:
      return "No page has said hello yet";
  }
}

function note(session) {
  if (session.runningRequests > 0) {
    return `${count(session.runningRequests, "request")} running`;
  }
  return session.state === "LEAVING" ? "ends unless one comes back" : "";
}

/** A small tab for each page, and the outline of one where there is none. */
function showTabs(holder, pages) {
  const none = pages === 0;
  const wanted = none ? 1 : Math.min(pages, TABS_SHOWN);
  while (holder.childElementCount > wanted) {
    holder.lastElementChild.remove();
  }
  while (holder.childElementCount < wanted) {
    holder.append(document.createElement("i"));
  }
  holder.firstElementChild.classList.toggle("none", none);
  holder.dataset.more = pages > TABS_SHOWN ? `+${pages - TABS_SHOWN}` : "";
}

function showSession(row, session) {
  const counts = session.state === "LEAVING" && session.endsInMillis >= 0;
  row.dataset.state = session.state;
  setText(row.querySelector(".headline"), headline(session));
  setText(row.querySelector(".id"), session.maskedId);
  setText(row.querySelector(".context"), session.context);
  setText(row.querySelector(".note"), note(session));
  showTabs(row.querySelector(".tabs"), session.openPages);
  if (counts) {
    countDown(row, session);
  } else {
    leaving.delete(row);
    row.querySelector(".fill").style.strokeDashoffset = "";
    setText(row.querySelector(".value"), VALUES[session.state] ?? String(session.openPages));
  }
  const button = row.querySelector("button");
  button.hidden = session.state === "ENDING";
  if (!button.onclick) {
    button.setAttribute("aria-label", `End session ${session.maskedId} now`);
    button.onclick = () => endNow(button, session);
  }
}

async function endNow(button, session) {
  button.disabled = true;
  const body = new URLSearchParams({ application: session.application, number: session.number });
  try {
    await fetch("expire", { method: "POST", body });
  } finally {
    // Ended: the row is on its way out. Not ended: let them try again.
    setTimeout(() => (button.disabled = false), 2000);
  }
}

function showExit(row, exit, now) {
  row.classList.toggle("ours", isOurs(exit.cause));
  setText(row.querySelector(".how"), CAUSES[exit.cause] ?? exit.cause);
  setText(row.querySelector(".id"), exit.maskedId);
  setText(row.querySelector(".pages"), `after ${count(exit.pages, "page")}`);
  setText(row.querySelector(".lifetime"), `lived ${duration(exit.lifetimeMillis)}`);
  const time = row.querySelector("time");
  setText(time, ago(now - exit.timeMillis));
  if (!time.dateTime) {
    const moment = new Date(exit.timeMillis);
    time.dateTime = moment.toISOString();
    time.title = moment.toLocaleString();
  }
}

function showCauses(causes) {
  const list = byId("causes");
  const shown = Object.entries(causes).filter(([, number]) => number > 0);
  const text = JSON.stringify(shown);
  if (list.dataset.shown === text) {
    return;
  }
  list.dataset.shown = text;
  list.replaceChildren(
    ...shown.map(([cause, number]) => {
      const item = document.createElement("li");
      const figure = document.createElement("b");
      figure.textContent = number;
      item.append(CAUSES[cause], figure);
      return item;
    }),
  );
}

function showEmpty() {
  byId("sessions-empty").hidden = byId("sessions").childElementCount > 0;
  byId("exits-empty").hidden = byId("exits").childElementCount > 0;
}

/** For those who hear the page: what has ended since the last answer, and nothing else that moves. */
let heardUntil = null;

function announce(exits, now) {
  const news = heardUntil === null ? [] : exits.filter((exit) => exit.timeMillis > heardUntil);
  heardUntil = exits.reduce((latest, exit) => Math.max(latest, exit.timeMillis), heardUntil ?? 0);
  if (news.length > 0) {
    const told = news.map((exit) => `Session ${exit.maskedId} ended: ${CAUSES[exit.cause] ?? exit.cause}.`);
    setText(byId("announcement"), told.join(" "));
  }
}

function show({ now, agentSeen, applications }) {
  const sessions = applications.flatMap((application) =>
    application.list.map((session) => ({
      ...session,
      application: application.name,
      context: application.context,
      graceMillis: application.graceClosedMillis,
    })),
  );
  const exits = applications
    .flatMap((application) => application.recentExits.map((exit) => ({ ...exit, application: application.name })))
    .sort((a, b) => b.timeMillis - a.timeMillis);
  const causes = {};
  for (const cause of Object.keys(CAUSES)) {
    causes[cause] = sum(applications.map((application) => application.exits[cause] ?? 0));
  }
  const pages = sum(applications.map((application) => application.openPages));
  // Counted from each session's birth: its last request is not told, and cannot have been earlier.
  const saved = exits.filter(
    (exit) => isOurs(exit.cause) && now - (exit.timeMillis - exit.lifetimeMillis) < TIMEOUT_MILLIS,
  );

  setText(byId("alive"), String(sum(applications.map((application) => application.sessions))));
  setText(byId("alive-note"), pages === 0 ? "no page open" : `with ${count(pages, "page")} open`);
  setText(byId("ended"), String(sum(Object.keys(causes).filter(isOurs).map((cause) => causes[cause]))));
  setText(byId("saved"), String(saved.length));

  sessionRows.show(sessions, (session) => `${session.application} ${session.number}`, showSession);
  exitRows.show(
    exits.slice(0, EXITS_SHOWN),
    (exit) => `${exit.application} ${exit.timeMillis} ${exit.maskedId}`,
    (row, exit) => showExit(row, exit, now),
  );
  showCauses(causes);
  showEmpty();
  announce(exits, now);

  const grace = applications[0]?.graceClosedMillis;
  if (grace !== undefined) {
    document.querySelectorAll(".grace").forEach((element) => setText(element, duration(grace)));
  }
  const observed = applications.some((application) => /observe/i.test(application.mode));
  showLink("up", agentSeen ? (observed ? "live, observing only" : "live") : "live, Lasttab has not spoken yet");
}

function showLink(state, text) {
  byId("link").className = `link ${state}`;
  document.querySelector("main").classList.toggle("stale", state === "down");
  setText(byId("link"), text);
}

let polling = false;

async function poll() {
  if (polling) {
    return;
  }
  polling = true;
  try {
    const answer = await fetch("sessions", { cache: "no-store", signal: AbortSignal.timeout(5000) });
    if (!answer.ok) {
      throw new Error(`status ${answer.status}`);
    }
    show(await answer.json());
  } catch (error) {
    console.error(error);
    showLink("down", "the server does not answer");
  } finally {
    polling = false;
  }
}

setInterval(poll, POLL_MILLIS);
// Timers of a hidden page are slow; who comes back from the shop's tab wants to see it as it is.
document.addEventListener("visibilitychange", () => document.hidden || poll());
poll();
