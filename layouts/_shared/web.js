// A link to a place in the page is also put on the clipboard. Without this script it still leads there.
const said = document.getElementById("said");
let hiding;
document.addEventListener("click", event => {
  const link = event.target.closest("a.anchor");
  if (!link || !navigator.clipboard) return;
  navigator.clipboard.writeText(link.href).then(() => {
    said.textContent = said.dataset.copied;
    clearTimeout(hiding);
    hiding = setTimeout(() => { said.textContent = ""; }, 3000);
  }, () => {});
});
