// What the pages can do besides: keep what is typed on this device, read aloud, and tell when the link stops working.
// Everything also works without it.
(() => {
  "use strict";
  const say = document.body.dataset;
  const main = document.getElementById("inhoud");
  const fault = document.getElementById("fout");
  if (fault) fault.focus();

  // One polite line for whatever happens.
  const state = document.createElement("p");
  state.className = "state";
  state.setAttribute("role", "status");
  const tell = (text) => {
    if (state.textContent !== text) state.textContent = text;
  };

  // Keeping. The name under which it is kept opens nothing; what is kept goes when it was sent, or after thirty days.
  const days = 30 * 24 * 3600 * 1000;
  const named = (act) => `raad:${say.keep}:${act}`;
  const read = (name) => {
    try {
      const kept = JSON.parse(localStorage.getItem(name) || "null");
      return kept && Date.now() - kept.at < days ? kept.fields : {};
    } catch {
      return {};
    }
  };
  const write = (name, fields) => {
    try {
      localStorage.setItem(name, JSON.stringify({ at: Date.now(), fields }));
      return true;
    } catch {
      return false;
    }
  };
  const forget = (name) => {
    try {
      localStorage.removeItem(name);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  };
  const ready = document.querySelector("[data-ready]");
  if (ready) forget(named(ready.dataset.ready));

  const form = document.querySelector("form[data-act]");
  const field = form && form.querySelector("textarea");
  if (form) form.append(state);
  else if (main) main.append(state);
  if (field) {
    const name = named(form.dataset.act);
    const kept = read(name)[field.name];
    if (kept && !field.value.trim()) {
      field.value = kept;
      tell(say.found);
    }
    let waiting = 0;
    const keep = () => {
      if (write(name, { ...read(name), [field.name]: field.value })) tell(say.saved);
    };
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(keep, 600);
    });
    addEventListener("pagehide", () => {
      // What was just made empty stays empty.
      if (waiting || field.value.trim()) keep();
    });
  }

  // Reading aloud, where the device can.
  const voice = window.speechSynthesis;
  if (voice && main && window.SpeechSynthesisUtterance) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button second listen";
    button.textContent = say.listen;
    const stop = () => {
      voice.cancel();
      button.textContent = say.listen;
      button.removeAttribute("aria-pressed");
    };
    const parts = () => {
      const texts = [];
      for (const part of main.querySelectorAll("h1, h2, h3, p, li, dt, dd, .choice, label")) {
        if (part.closest(".links, .listen") || part.querySelector("p, li, h1, button, .choice")) continue;
        if (part.tagName === "LABEL" && part.closest("h1")) continue;
        const text = part.textContent.replace(/\s+/g, " ").trim();
        if (text && part !== state) texts.push(text);
      }
      return texts;
    };
    button.addEventListener("click", () => {
      if (voice.speaking) return stop();
      button.textContent = say.stop;
      button.setAttribute("aria-pressed", "true");
      const texts = parts();
      texts.forEach((text, at) => {
        const words = new SpeechSynthesisUtterance(text);
        words.lang = document.documentElement.lang === "en" ? "en-GB" : "nl-NL";
        words.rate = 0.9;
        if (at === texts.length - 1) words.addEventListener("end", stop);
        voice.speak(words);
      });
    });
    addEventListener("pagehide", stop);
    const title = main.querySelector("h1");
    const before = title && !title.closest("fieldset, form") ? title.nextSibling : main.firstChild;
    (title && !title.closest("fieldset, form") ? title.parentNode : main).insertBefore(button, before);
  }

  // Whether the link still works, and whether what was put before the body is still the same.
  const look = async () => {
    if (!say.works || document.hidden) return;
    try {
      const answer = await fetch(say.works, { cache: "no-store", credentials: "omit" });
      if (answer.status === 404) return tell(say.ended);
      if (answer.ok && form && (await answer.text()).trim() !== say.version) return tell(say.changed);
      if (state.textContent === say.offline) tell("");
    } catch {
      tell(say.offline);
    }
  };
  setInterval(look, 60_000);
  addEventListener("online", look);
  addEventListener("offline", () => tell(say.offline));
  document.addEventListener("visibilitychange", look);
})();
