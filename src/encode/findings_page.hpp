// What the page of many reports looks like and does.
#pragma once

#include <string_view>

namespace gongkai {

/// The style sheet. Without the script the summary at the end of the page stands at its top by `order` alone.
inline constexpr std::string_view findings_page_style = R"(
:root{color-scheme:light;--line:#c3c8cf;--head:#f3f5f7;--error:#b3001b;--warning:#8a4b00;--info:#1a4f8a}
*{box-sizing:border-box}[hidden]{display:none!important}
body{margin:0;color:#1b1b1b;background:#fff;font:16px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem 1rem 3rem;display:flex;flex-direction:column}
main>*{min-width:0;flex-shrink:0}
h1,#summary{order:-1}
h1{font-size:1.5rem;margin:.5rem 0}
h2{font-size:1.15rem;margin:1.5rem 0 .5rem}
p{margin:.4rem 0}
a{color:var(--info)}
:focus-visible{outline:3px solid var(--info)}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:.9rem}
caption{text-align:left;padding:.3rem 0;color:#444}
th,td{padding:.35rem .5rem;text-align:left;vertical-align:top;font-weight:normal;overflow-wrap:anywhere;border-bottom:1px solid var(--line)}
thead th{background:var(--head);font-weight:bold}
.n{text-align:right;font-variant-numeric:tabular-nums;width:5.5rem}
td.error,td.warning{font-weight:bold}
.error{color:var(--error)}.warning{color:var(--warning)}.info{color:var(--info)}
li.error,li.warning,li.info{color:inherit}
li.error>b{color:var(--error)}li.warning>b{color:var(--warning)}li.info>b{color:var(--info)}
.file,small{font-size:.85rem;color:#444}.file{display:block}
small{display:block}
#rules{max-height:24rem;overflow:auto}
#rules th{padding:.2rem .5rem}
#rules thead th{position:sticky;top:0}
.bar{width:30%}
.bar i{display:inline-block;height:.8em;min-width:2px;width:calc((100% - 3.5em)*var(--part));margin-right:.4em;background:currentColor;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.rule{width:auto}.grade{width:4rem}
form{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin:.5rem 0}
label{display:flex;flex-direction:column;font-size:.85rem;color:#444;flex:1 1 8rem}
label.wide{flex-basis:16rem}
input,select,form button,#more{font:inherit;font-size:1rem;color:#1b1b1b;background:#fff;padding:.3rem .5rem;border:1px solid #6b7280;border-radius:4px;width:100%;min-width:0}
form button,#more{width:auto}
#list tr:first-child>*{border-bottom:0}
#list thead tr:first-child>*{border-bottom:1px solid var(--line)}
#list td[colspan]{padding:0 .5rem .5rem}
#list th button,#rules th button{all:unset;cursor:pointer}
#list :is(th button):focus-visible,#rules button:focus-visible{outline:3px solid var(--info)}
thead button::after{content:" \2195";color:#555}
th[aria-sort=ascending] button::after{content:" \2191"}
th[aria-sort=descending] button::after{content:" \2193"}
#list tbody th button{font-weight:bold}
#list tbody th button::before{content:"\25B8";display:inline-block;width:1.1em}
#list tbody th button[aria-expanded=true]::before{content:"\25BE"}
#rules th button{color:var(--info);text-decoration:underline}
ol{margin:0;padding-left:1.8em}
@media screen{
.js #list tbody:not(.on){display:none}
.js tbody:not(.open) li~li{display:none}
.js tbody:not(.open) ol{list-style:none;padding-left:1.1em}
.js tbody:not(.open) li{white-space:nowrap;overflow:hidden;text-overflow:ellipsis;color:#444}
}
@media(max-width:40rem){body{font-size:15px}main{padding:1rem .6rem}th,td{padding:.3rem .2rem}.n{width:2.9rem}.bar{width:32%}.grade{width:2.6rem}
:lang(en) thead th{font-size:.7rem;padding:.3rem .1rem}:lang(en) .n{width:3.8rem}:lang(en) .grade{width:4.1rem}td.bar,td.grade{font-size:.8rem}
thead button::after{content:""!important}th[aria-sort] button{text-decoration:underline}}
@media print{@page{size:A4;margin:15mm 12mm}body{font-size:10pt}main{max-width:none;padding:0;display:block}form,[role=status],#more{display:none}
#rules{max-height:none;overflow:visible}#list tbody th button::before,thead button::after{content:none!important}
a,#rules th button{color:inherit;text-decoration:none}tr:first-child{break-after:avoid}li{break-inside:avoid}}
)";

/// Says before anything is drawn that the script below will run, so that nothing is drawn twice; where a browser is too old
/// for it, all is shown as without.
inline constexpr std::string_view findings_page_start =
    "document.documentElement.className=\"js\";onerror=function(){document.documentElement.className=\"\"}";

/// The script. What it says stands in the page, in its language. Of thousands of rows it shows more as one comes to them; on
/// paper all are.
inline constexpr std::string_view findings_page_script = R"(
(()=>{
const $=id=>document.getElementById(id),form=$("filter"),list=$("list");
document.querySelector("h1").after($("summary"));
const press=(cell,act)=>{const b=document.createElement("button");b.type="button";b.append(cell.firstChild);cell.prepend(b);
b.onclick=act;return b};
const rows=[...list.tBodies].map(body=>{
const c=body.rows[0].cells,items=[...body.querySelectorAll("li")].map(li=>({li,grade:li.className,rule:li.dataset.r}));
const state=body.dataset.s||"",row={body,items,state,name:c[0].firstChild.textContent,head:c[0].textContent.toLowerCase(),
year:c[1].textContent,n:[2,3,4].map(i=>+c[i].textContent)};
row.rank=state==="unread"?[.5,0,0]:state?[-1,0,0]:row.n;
if(items.length){row.button=press(c[0],()=>open(row,row.shut));row.shut=true;row.button.setAttribute("aria-expanded",false);
body.rows[0].onclick=e=>{if(!e.target.closest("a,button")&&!String(getSelection()))open(row,row.shut)}}
return row});
function open(row,is){if(row.button&&row.shut===is){row.shut=!is;row.body.classList.toggle("open",is);row.button.setAttribute("aria-expanded",is)}}
const order=new Intl.Collator(document.documentElement.lang,{numeric:true}).compare,
worst=(a,b)=>b.rank[0]-a.rank[0]||b.rank[1]-a.rank[1]||b.rank[2]-a.rank[2];
let limit;
function draw(most){limit=most;let n=0;
for(const row of rows){const is=!row.body.hidden;row.body.classList.toggle("on",is&&n<limit);n+=is}
$("more").hidden=n<=limit}
const sort=by=>{list.append(...rows.sort(by).map(row=>row.body));draw(300)};
$("more").onclick=()=>draw(limit+300);
new IntersectionObserver(seen=>seen.some(one=>one.isIntersecting)&&draw(limit+300),{rootMargin:"900px"}).observe($("more"));
const heads=[...list.tHead.rows[0].cells];
heads.forEach((th,i)=>press(th,()=>{
const down=i?th.getAttribute("aria-sort")!=="descending":th.getAttribute("aria-sort")==="ascending";
heads.forEach(other=>other.removeAttribute("aria-sort"));
th.setAttribute("aria-sort",down?"descending":"ascending");
const by=i===0?(a,b)=>order(a.name,b.name):i===1?(a,b)=>a.year-b.year:(a,b)=>a.n[i-2]-b.n[i-2];
sort((a,b)=>(down?-1:1)*by(a,b)||worst(a,b))}));
heads[2].setAttribute("aria-sort","descending");sort(worst);
const add=(to,values)=>to.append(...values.map(([value,text])=>new Option(text,value)));
add($("rule"),[...document.querySelectorAll("#rules tr[data-r]")].map(tr=>[tr.dataset.r,tr.cells[1].firstChild.textContent]));
add($("year"),[...new Set(rows.map(row=>row.year))].filter(y=>y).sort().reverse().map(y=>[y,y]));
add($("bodies"),[...new Set(rows.filter(row=>!row.state).map(row=>row.name))].sort(order).map(n=>[n,n]));
for(const tr of document.querySelectorAll("#rules tr[data-r]"))press(tr.cells[1],()=>{$("rule").value=tr.dataset.r;apply();form.scrollIntoView()});
const said=item=>item.text||(item.text=item.li.textContent.toLowerCase());
function apply(){
const words=$("find").value.toLowerCase().split(/\s+/).filter(w=>w),grade=$("grade").value,rule=$("rule").value,
year=$("year").value,name=$("body").value.trim();
let reports=0,found=0;
for(const row of rows){
let ok=(!year||row.year===year)&&(!name||row.name.includes(name)),hits=0;
const rest=words.filter(w=>!row.head.includes(w)),picks=rule||["error","warning","info"].includes(grade);
if(ok&&["unread","none"].includes(grade))ok=grade==="none"?!row.state&&!row.items.length:!!row.state;
if(ok&&row.state)ok=!rule&&!picks&&rest.every(w=>row.body.textContent.toLowerCase().includes(w));
else if(ok){
for(const item of row.items){
const show=(!rule||item.rule===rule)&&(!picks||!grade||item.grade===grade)&&rest.every(w=>said(item).includes(w));
if(item.li.hidden===show)item.li.hidden=!show;
hits+=show}
ok=hits>0||(!picks&&!rest.length)}
if(row.body.hidden===ok)row.body.hidden=!ok;
if(ok){reports++;found+=hits;const narrow=!!(picks||rest.length);if(narrow||row.narrow)open(row,narrow);row.narrow=narrow}}
draw(300);$("shown").textContent=form.dataset.shown.replace("{}",reports).replace("{}",rows.length).replace("{}",found)}
let wait;
form.addEventListener("input",e=>{clearTimeout(wait);wait=setTimeout(apply,e.target.id==="find"||e.target.id==="body"?200:0)});
form.addEventListener("submit",e=>{e.preventDefault();apply()});
form.addEventListener("reset",()=>setTimeout(apply));
$("all").onclick=()=>{const is=rows.some(row=>row.shut&&!row.body.hidden);for(const row of rows)if(!row.body.hidden)open(row,is)};
apply();form.hidden=false})();
)";

}  // namespace gongkai
