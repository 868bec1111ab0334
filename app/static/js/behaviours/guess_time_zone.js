// The zone that the device is in is chosen already, while its person has chosen none.
export default function guessTimeZone(box) {
  const select = box.querySelector("select");
  const guess = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const known = [...select.options].some((option) => option.value === guess);
  if (select.value || !known || guess === "UTC") return;
  select.value = guess;
  box.querySelector("[hidden]").hidden = false;
}
