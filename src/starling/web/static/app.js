// Everything works without this file. It loads the comforts, one module each.
import "./keys.js";
import "./palette.js";
import "./notes.js";
if (document.querySelector(".editor")) import("./editor.js");
