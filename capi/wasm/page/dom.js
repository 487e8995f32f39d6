// Makes elements, so that views read like what they show.

/** h("button", { class: "plain", type: "button", onclick }, "text", child): an element. null and false are left out. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (name === "value" || name === "checked" || name === "multiple") {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A button that does not send a form. */
export function button(text, onclick, attributes) {
  return h("button", { type: "button", onclick, ...attributes }, text);
}

/** Puts children where others stood. */
export function refill(element, ...children) {
  element.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
}

let region = null;
let timer = 0;

/** Says a sentence to who does not see the page; what comes within the pause replaces it. */
export function say(sentence, pause = 0) {
  region ??= document.getElementById("said");
  clearTimeout(timer);
  timer = setTimeout(() => {
    region.textContent = sentence;
  }, pause);
}

/** The report in a page that the library wrote. Its style is left out before it is parsed: the policy would complain of it. */
export function articleOf(html) {
  const page = new DOMParser().parseFromString(html.replace(/<style>[^]*?<\/style>/, ""), "text/html");
  return document.importNode(page.querySelector("article"), true);
}
