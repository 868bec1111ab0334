// Binds behaviours to elements: data-behaviour="guard submit_once" loads
// behaviours/guard.js and behaviours/submit_once.js. Every page works without.

export function bind(element) {
  for (const name of element.dataset.behaviour.split(" ")) {
    import(`./behaviours/${name}.js`).then((module) => module.default(element));
  }
}

document.querySelectorAll("[data-behaviour]").forEach(bind);
