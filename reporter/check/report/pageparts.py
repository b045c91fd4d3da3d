"""Style and script of the page of findings. Without the script everything is still there to be read."""

STYLE = """
*{box-sizing:border-box}
body{font:16px/1.6 "Noto Serif CJK SC","SimSun",serif;margin:0;color:#000;background:#fff}
header{position:sticky;top:0;background:#fff;border-bottom:2px solid #c00;padding:.5em 1em;z-index:2}
h1{font-size:1.3em;margin:0}h2{font-size:1.1em;margin:1.2em 0 .4em;overflow-wrap:anywhere}
header p{margin:.2em 0}.filter label{margin-right:1.2em}.keys,.note,figcaption{font-size:.85em;color:#444}
main{padding:0 1em 3em}
.file{display:flex;gap:1.2em;align-items:flex-start}
.pages{flex:3 1 30em;max-width:52em}.list{flex:2 1 20em}
figure{margin:0 0 1em}.sheet{position:relative;border:1px solid #888}
.sheet img{display:block;width:100%;height:auto}
.mark{position:absolute;border:2px solid #c00;background:rgba(255,0,0,.12)}
.mark.warning{border-color:#a60;background:rgba(255,160,0,.15)}
.mark.info{border-color:#06a;background:rgba(0,110,200,.10)}
.mark:target,.mark:focus{outline:4px solid #000}
ol{padding-left:2em;margin:.2em 0}li{margin:.5em 0;padding:.2em .5em;border-left:4px solid #c00;overflow-wrap:anywhere}
li.warning{border-color:#a60}li.info{border-color:#06a}
li:target,li:focus{background:#ffd;outline:2px solid #000}
.error>b,p.error{color:#a00}a{color:inherit}
.no-error .error:not(p),.no-warning .warning,.no-info .info{display:none}
@media(max-width:60em){.file{flex-direction:column}.pages,.list{flex:auto;max-width:none;width:100%}}
@media print{header{position:static}.filter,.keys{display:none}.file{display:block}
figure,li{break-inside:avoid}.sheet img{max-height:240mm;width:auto;max-width:100%}.sheet{display:inline-block}
section{break-before:page}section:first-child{break-before:auto}.mark{print-color-adjust:exact}}
"""
SCRIPT = """
"use strict";
const boxes=[...document.querySelectorAll("[data-show]")];
function filter(){for(const box of boxes)document.body.classList.toggle("no-"+box.dataset.show,!box.checked)}
for(const box of boxes)box.addEventListener("change",filter);
filter();
document.addEventListener("keydown",event=>{
  if(event.ctrlKey||event.metaKey||event.altKey||event.target.tagName==="INPUT")return;
  const items=[...document.querySelectorAll("li[id]")].filter(item=>item.offsetParent!==null);
  const at=items.indexOf(document.activeElement);
  if(event.key==="j"||event.key==="k"){
    const next=items[Math.min(items.length-1,Math.max(0,at+(event.key==="j"?1:-1)))];
    if(next){next.focus();next.scrollIntoView({block:"center"})}
    event.preventDefault();
  }else if(event.key==="Enter"&&at>=0){
    const link=items[at].querySelector("a[href]");
    if(link){const mark=document.querySelector(link.getAttribute("href"));
      location.hash=link.getAttribute("href");if(mark)mark.scrollIntoView({block:"center"});event.preventDefault()}
  }
});
"""
