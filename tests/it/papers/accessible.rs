//! The HTML of papers before axe-core in Chromium. Where one of the two is missing the test says so aloud and passes: `LOKET_AXE` names
//! axe.min.js (npm or PyPI have it), `LOKET_CHROMIUM` the browser when it is not `chromium`.

use std::{fs, process::Command};

use loket::{
    domain::ids::OrganisationCode,
    export::agenda::{Paper, PaperFormat, Reader},
};

use super::super::support::proof::report;
use super::{
    readers::real,
    sample::{self, Asked, item_id},
    text,
};

/// Runs axe and leaves what it found in the page.
const RUN: &str = "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(found => {
  const said = found.violations.map(one => one.id + ': ' + one.help + ' ' + one.nodes.map(node => node.html).join(' '));
  document.documentElement.innerHTML = '<body></body>';
  document.body.textContent = 'AXE passed ' + found.passes.length + ' violated ' + found.violations.length + ' ' + said.join('; ') + ' END';
});";

#[test]
fn axe_finds_nothing_in_the_pages() {
    let Ok(axe) = std::env::var("LOKET_AXE") else {
        println!("NOT CHECKED: LOKET_AXE names no axe.min.js");
        return;
    };
    let axe = fs::read_to_string(axe).unwrap();
    let browser = std::env::var("LOKET_CHROMIUM").unwrap_or_else(|_| "chromium".into());
    let folder = tempfile::tempdir().unwrap();
    let asked = Asked { items: 6, people: 2, text: &real };
    let body = Reader::Body(OrganisationCode("UWV".into()));
    let mut pages = 0_u32;
    for source in [sample::draft(&asked), sample::fixed(&asked, 2), sample::fixed(&asked, 2).cancelled()] {
        for (reader, paper) in [
            (&Reader::Secretariat, Paper::Agenda),
            (&Reader::Secretariat, Paper::Pack),
            (&Reader::Secretariat, Paper::Item(item_id(6))),
            (&body, Paper::Decisions),
            (&body, Paper::Pack),
        ] {
            let page = text(&source, reader, paper, PaperFormat::Html);
            let found = judged(&browser, folder.path(), &page, &axe);
            let Some(found) = found else { return };
            let broken = judged(&browser, folder.path(), &page.replace(" lang=\"nl\"", ""), &axe).unwrap();
            assert!(broken.contains("html-has-lang"), "it would find something: {broken}");
            let passed: u32 = found.split(' ').nth(2).unwrap().parse().unwrap();
            assert!(passed > 10 && found.contains("violated 0 "), "{paper:?} {found}");
            pages += 1;
        }
    }
    report("papers of a meeting before axe-core in Chromium", &format!("{pages} pages, 0 violations of WCAG 2.2 AA"));
}

/// What axe says of a page; nothing, said aloud: there is no browser.
fn judged(browser: &str, folder: &std::path::Path, page: &str, axe: &str) -> Option<String> {
    let path = folder.join("page.html");
    let script = format!("<script>{axe}</script><script>{RUN}</script></body>");
    fs::write(&path, page.replace("</body>", &script)).unwrap();
    let home = format!("--user-data-dir={}", folder.join("profile").display());
    let line = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom", &home];
    match Command::new(browser).args(line).arg(format!("file://{}", path.display())).output() {
        Ok(output) => {
            let said = String::from_utf8(output.stdout).unwrap();
            let at = said.find("AXE passed").unwrap_or_else(|| panic!("axe did not run: {said:.400}"));
            Some(said[at..said.find(" END").unwrap()].to_owned())
        }
        Err(error) => {
            println!("NOT CHECKED: {browser} is not on this machine ({error})");
            None
        }
    }
}
