// Small kindnesses. Every page works without them.
"use strict";

// Words that would be lost: ask before leaving a form that has been typed in and not sent.
let unsaved = null;
document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-keep-words]");
  if (form) unsaved = form;
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved?.isConnected) event.preventDefault();
});

// One press, one act: a form that is on its way is not sent again. Back in the browser opens it anew.
const sending = new WeakSet();
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form === unsaved) unsaved = null;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (sending.has(form)) {
    event.preventDefault();
    return;
  }
  if (form.matches("[hx-post], [data-hx-post]")) return;
  sending.add(form);
  event.submitter?.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.forms) {
    sending.delete(form);
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  }
});

// Text areas grow with their words, where the browser does not do it by itself (CSS field-sizing).
if (!CSS.supports("field-sizing", "content")) {
  const grow = (area) => {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  };
  document.addEventListener("input", (event) => event.target.matches?.("textarea") && grow(event.target));
  document.querySelectorAll("textarea").forEach(grow);
}

// What went wrong is read first.
document.querySelector("[data-take-focus]")?.focus();

// An open menu closes by Escape or a click elsewhere.
const openMenus = () => document.querySelectorAll("details.menu[open]");
document.addEventListener("click", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// Printing is a button only where there is script.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
