// A field of one line, however many it fills: Enter goes on to the next field.
export default function enterGoesOn(field) {
  field.addEventListener("keydown", (event) => {
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key !== "Enter" || !isPlain || event.isComposing) return;
    event.preventDefault();
    const fields = [...field.form.querySelectorAll("textarea")];
    fields[fields.indexOf(field) + 1].focus();
  });
}
