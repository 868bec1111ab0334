// In the table of contents the section that is being read is marked.
export default function contents(toc) {
  const links = [...toc.querySelectorAll("a")];
  const headings = links.map((link) => document.getElementById(link.getAttribute("href").slice(1)));
  const reached = new Set();

  function mark() {
    const here = headings.findLastIndex((heading) => reached.has(heading));
    links.forEach((link) => link.removeAttribute("aria-current"));
    links[here]?.setAttribute("aria-current", "true");
  }

  // A heading is reached in the upper third of the window, and stays so above it.
  const observer = new IntersectionObserver((entries) => {
    for (const { target, boundingClientRect, rootBounds } of entries) {
      const isReached = boundingClientRect.top < rootBounds.bottom;
      reached[isReached ? "add" : "delete"](target);
    }
    mark();
  }, { rootMargin: "0px 0px -67% 0px" });

  headings.filter(Boolean).forEach((heading) => observer.observe(heading));
}
