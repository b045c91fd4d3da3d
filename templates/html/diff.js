"use strict";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const boxes = all("#filters input"), told = document.querySelector("#moves output"), help = document.getElementById("help");
let at = -1;
document.getElementById("filters").hidden = document.getElementById("moves").hidden = false;

const seen = () => all("[data-c]").filter(one => one.getClientRects().length && (one.tagName === "TR" || !one.querySelector("tr[data-c]")));

function filter() {
  const on = new Set(boxes.filter(box => box.checked).map(box => box.value));
  for (const one of all("[data-c]")) one.classList.toggle("off", !one.dataset.c.split(" ").some(sort => on.has(sort)));
  for (const one of all("[data-part]")) one.classList.toggle("off", !on.has(one.dataset.part));
  at = -1;
  tell(seen());
}

function tell(found) { told.textContent = found.length ? `${at + 1}/${found.length}` : "没有"; }

function go(by) {
  const found = seen(), focused = found.indexOf(document.activeElement);
  if (focused >= 0) at = focused;
  at = Math.min(found.length - 1, Math.max(0, at + by));
  tell(found);
  if (!found[at]) return;
  found[at].focus({ preventScroll: true });
  found[at].scrollIntoView({ block: "center" });
}

function open(hash) {
  const target = hash.length > 1 && document.getElementById(hash.slice(1));
  for (let one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
  if (target) target.focus();
}

function ask(shown) { help.hidden = !shown; if (shown) help.focus(); }

for (const box of boxes) box.addEventListener("change", filter);
for (const button of all("[data-by]")) button.addEventListener("click", () => go(Number(button.dataset.by)));
for (const radio of all(".mode")) radio.addEventListener("change", () => { at = -1; tell(seen()); });
document.querySelector("[data-help]").addEventListener("click", () => ask(help.hidden));
addEventListener("hashchange", () => open(location.hash));
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key;
  if (key === "n" || key === "j") go(1);
  else if (key === "p" || key === "k") go(-1);
  else if (key >= "1" && key <= String(boxes.length)) { boxes[key - 1].checked = !boxes[key - 1].checked; filter(); }
  else if (key === "0") { for (const box of boxes) box.checked = true; filter(); }
  else if (key === "v") { all(".mode").find(radio => !radio.checked).click(); }
  else if (key === "?" || key === "？") ask(help.hidden);
  else if (key === "Escape") ask(false);
  else return;
  event.preventDefault();
});
filter();
open(location.hash);
