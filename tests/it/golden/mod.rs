//! Golden screens: every scene at five sizes, in both languages, as text, in colour and without; a difference fails.
//!
//! `INSTA_UPDATE=always cargo test --test it golden` writes them anew; look at the difference before you commit it.

mod agenda;
pub mod arriving;
mod board;
mod case_file;
mod conflict;
mod explaining;
mod painted;
mod scenes;
mod traces;
mod writing;

use loket::locale::Language;

use super::interface::Bench;

const SIZES: [(u16, u16); 5] = [(60, 18), (80, 24), (100, 30), (140, 40), (200, 60)];

#[test]
fn every_screen_in_dutch_looks_as_it_was_approved() {
    compare(Language::Dutch);
}

#[test]
fn every_screen_in_english_looks_as_it_was_approved() {
    compare(Language::English);
}

fn compare(language: Language) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("screens");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let scenes = [
        scenes::all(),
        writing::all(),
        arriving::all(),
        board::all(),
        agenda::all(),
        conflict::all(),
        explaining::all(),
        case_file::all(),
        traces::all(),
    ]
    .concat();
    let faults: Vec<String> = settings.bind(|| scenes.into_iter().filter_map(|scene| differs(scene, language)).collect());
    assert!(faults.is_empty(), "{} screens differ: {faults:?}", faults.len());
}

/// The name of the scene when it does not look as it was approved.
fn differs((name, play): scenes::Scene, language: Language) -> Option<String> {
    let sheet: String = SIZES
        .iter()
        .map(|size| {
            let mut bench = Bench::speaking(*size, language);
            play(&mut bench);
            bench.look();
            format!("{}x{}\n{}\n", size.0, size.1, painted::paint(&bench.state))
        })
        .collect();
    let name = format!("{name}.{language}");
    std::panic::catch_unwind(|| insta::assert_snapshot!(name.as_str(), sheet)).err().map(|_| name)
}
