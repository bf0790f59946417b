// Optional: without it everything works. It keeps text that was not sent yet, waits for the network, and says that a page was saved.
(() => {
  const prefix = "survey-text ";
  const saved = "survey-saved";
  const form = document.getElementById("survey");

  // A rating that was clicked in the mail stands in the fragment, which no server sees. The first page hands it on to the form,
  // where it is selected; it counts when the page is sent.
  const clicked = /^#answer=([\w-]+)\.([1-5])$/.exec(location.hash);
  if (clicked && form) {
    const choices = [...form.querySelectorAll(`input[type=radio][name="${clicked[1]}"]`)];
    if (!choices.some(choice => choice.checked)) choices.filter(choice => choice.value === clicked[2]).forEach(choice => choice.checked = true);
    history.replaceState(null, "", location.pathname + location.search);
  } else if (clicked) {
    document.querySelectorAll("a.first, .languages a").forEach(link => link.hash = location.hash);
  }

  // The answers have arrived, are deleted, or somebody new begins: nothing of them stays on this device.
  if (document.querySelector("[data-forget]")) {
    Object.keys(localStorage).filter(key => key.startsWith(prefix)).forEach(key => localStorage.removeItem(key));
    return;
  }
  if (!form) return;

  // The binding is in the name: the next person on this device has another one, and does not find the text.
  const nameOf = area => `${prefix}${form.elements.binding.value} ${area.name}`;
  for (const area of form.querySelectorAll("textarea")) {
    area.value ||= localStorage.getItem(nameOf(area)) ?? "";
    area.addEventListener("input", () => localStorage.setItem(nameOf(area), area.value));
  }

  if (sessionStorage.getItem(saved) && !document.querySelector(".notice.wrong"))
    document.querySelector(".progress")?.append(` · ${form.dataset.saved}`);
  sessionStorage.removeItem(saved);

  const notice = document.createElement("p");
  notice.className = "notice open";
  notice.setAttribute("role", "status");
  notice.hidden = true;
  notice.textContent = form.dataset.offline;
  form.append(notice);

  const seconds = [1, 2, 4, 8, 15, 30];
  const reachable = () => fetch(form.dataset.probe, { method: "HEAD", cache: "no-store" }).then(() => true, () => false);
  const pause = attempt => new Promise(done => setTimeout(done, seconds[Math.min(attempt, seconds.length - 1)] * 1000));

  // Without a network the browser would trade the page for its own error page. So it waits, and sends once the server answers again.
  let waiting = false;
  form.addEventListener("submit", async event => {
    if (navigator.onLine && !waiting) {
      form.querySelectorAll("textarea").forEach(area => localStorage.removeItem(nameOf(area)));
      sessionStorage.setItem(saved, "yes");
      return;
    }
    event.preventDefault();
    if (waiting) return;
    waiting = true;
    notice.hidden = false;
    for (let attempt = 0; !(await reachable()); attempt++) await pause(attempt);
    notice.hidden = true;
    waiting = false;
    form.requestSubmit(event.submitter);
  });
})();
