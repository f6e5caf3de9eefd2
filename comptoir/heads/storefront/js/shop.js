// Shortens the way; nothing depends on it. No library, no eval, no network but our own.
const root = document.documentElement;
root.classList.add("js");

// The badge of the cart: pages are the same for everybody, so the count comes from a cookie of our own.
const count = Number(/(?:^|; )cart_count=(\d+)/.exec(document.cookie)?.[1] ?? 0);
const cart = document.querySelector("[data-cart]");
if (cart && count > 0) {
  const badge = document.createElement("b");
  badge.className = "badge";
  badge.textContent = String(count);
  cart.append(badge);
}

// Filters and orders send themselves. On a phone the sheet stays open until its button is pressed.
const wide = matchMedia("(min-width: 60rem)");
for (const form of document.querySelectorAll("form[data-at-once]")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && field.value === "") field.disabled = true;
  });
  form.addEventListener("change", () => {
    if (wide.matches || form.classList.contains("sorting")) form.requestSubmit();
  });
}

// A quantity typed in the cart is sent when the field is left.
for (const form of document.querySelectorAll("form[data-quantity]")) {
  form.addEventListener("change", (event) => {
    if (event.target.name === "quantity" && form.reportValidity()) form.requestSubmit();
  });
}

// Thumbnails move the strip without moving the page.
for (const link of document.querySelectorAll(".gallery-thumbs a")) {
  link.addEventListener("click", (event) => {
    const strip = document.querySelector(".gallery-strip");
    const picture = document.querySelector(link.hash);
    if (!strip || !picture) return;
    event.preventDefault();
    strip.scrollTo({ left: picture.offsetLeft - strip.offsetLeft });
  });
}

// Suggestions: a listbox that the server writes, walked by arrows, left by Escape.
class Suggestions {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[type=search]");
    this.list = document.createElement("ul");
    this.list.className = "suggestions";
    this.list.id = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.input.labels[0].textContent);
    form.append(this.list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", "suggestions"], ["aria-expanded", "false"]])
      this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.walk(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
  }
  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), 120);
  }
  async ask() {
    this.asking?.abort();
    const typed = this.input.value.trim();
    if (typed.length < 2) return this.close();
    this.asking = new AbortController();
    try {
      const answer = await fetch(`${this.form.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: this.asking.signal });
      if (!answer.ok) return this.close();
      this.list.innerHTML = await answer.text();
      this.show(this.list.children.length > 0);
    } catch {
      this.close();
    }
  }
  show(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    this.input.removeAttribute("aria-activedescendant");
    this.current = -1;
  }
  close() {
    this.show(false);
  }
  walk(event) {
    const options = [...this.list.children];
    if (this.list.hidden || !options.length) return;
    if (event.key === "Escape") {
      event.preventDefault(); // closes the list, keeps the words
      return this.close();
    }
    if (event.key === "Enter" && this.current >= 0) {
      event.preventDefault();
      return this.go(options[this.current]);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.current = (this.current + step + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === this.current)));
    this.input.setAttribute("aria-activedescendant", options[this.current].id);
    options[this.current].scrollIntoView({ block: "nearest" });
  }
  go(option) {
    if (option) location.assign(option.dataset.href);
  }
}
for (const form of document.querySelectorAll("form[data-suggest]")) new Suggestions(form);
