//! Papers on a template: of the organisation they are for, else of everybody; what it says is text, and what a reader must have stays.

use loket::{
    domain::ids::OrganisationCode,
    export::agenda::{EVERYBODY, Paper, PaperFormat, Reader, Stationery, Template},
};

use super::{
    sample::{self, Asked, item_id},
    text,
};

fn template(word: &str) -> Template {
    let said = (format!("{word} <b>begin</b>").as_str().into(), format!("{word} slot").as_str().into());
    Template {
        letterhead: vec![format!("{word} briefhoofd").as_str().into()],
        accent: Some([0x80, 0, 0x40]),
        left_out: ["options".to_owned(), "invited".to_owned()].into(),
        words: [(("item".to_owned(), "nl".to_owned()), said)].into(),
    }
}

#[test]
fn the_template_of_the_body_or_of_everybody_counts() {
    let templates = [("SVB".to_owned(), template("eigen")), (EVERYBODY.to_owned(), template("algemeen"))];
    let stationery = Stationery { templates: templates.into(), ..Stationery::default() };
    let source = sample::fixed(&Asked { items: 4, people: 1, text: &|item, field| format!("{field} {item}") }, 1);
    let made = |reader: &Reader, format| {
        let source = source.clone().written_on(stationery.template(reader));
        text(&source, reader, Paper::Item(item_id(1)), format)
    };
    let (svb, cak) = (Reader::Body(OrganisationCode("SVB".into())), Reader::Body(OrganisationCode("CAK".into())));
    for format in [PaperFormat::Text, PaperFormat::Html, PaperFormat::Markdown] {
        for (reader, word) in [(&svb, "eigen"), (&cak, "algemeen"), (&Reader::Secretariat, "algemeen")] {
            let file = made(reader, format);
            for part in ["briefhoofd", "slot"] {
                assert!(file.contains(&format!("{word} {part}")), "{format} {part}: {file}");
            }
            assert!(!file.contains("Opties") && file.contains("Grond voor het delen"), "{format}");
            assert!(!file.contains("<b>begin") || format == PaperFormat::Text, "{format}: it is text");
        }
    }
    assert!(made(&svb, PaperFormat::Html).contains("color: #800040") && !made(&svb, PaperFormat::Html).contains("#154273"));
    let none = Stationery::default().template(&svb);
    assert_eq!(none, Template::default());
}
