//! Papers of a meeting of 40 items and 400 participants.
//!
//! `cargo bench --bench documents`. Goals: the PDF under 500 ms, every other format under 50 ms.

// A bench has no reader to tell of a failure but the panic.
#![allow(clippy::unwrap_used, clippy::expect_used, dead_code)]

use divan::Bencher;
use loket::{
    domain::ids::OrganisationCode,
    export::agenda::{Paper, PaperFormat, Reader, Source, export, to_send},
    locale::{Language, Texts},
};

#[path = "../tests/it/papers/sample.rs"]
mod sample;

fn main() {
    divan::main();
}

/// Half a page of facts in each item.
fn source() -> Source {
    let text = |item: usize, field: &str| match field {
        "facts" | "perspective" => {
            format!("Het gezin in zaak {item} woont sinds 2019 in de woning, en de uitkering ligt stil. ").repeat(20)
        }
        field => format!("Tekst over {field} van punt {item}, zoals iemand die typt."),
    };
    // Two bodies an item, five people each.
    sample::fixed(&sample::Asked { items: 40, people: 5, text: &text }, 2)
}

fn of(bencher: Bencher, paper: Paper, format: PaperFormat) {
    let (source, texts) = (source(), Texts::new(Language::Dutch));
    bencher.bench(|| export(&source, &Reader::Secretariat, paper, format, &texts).unwrap().bytes.len());
}

#[divan::bench(args = PaperFormat::ALL)]
fn agenda(bencher: Bencher, format: &PaperFormat) {
    of(bencher, Paper::Agenda, *format);
}

#[divan::bench(args = PaperFormat::ALL, sample_count = 20)]
fn pack_with_every_item(bencher: Bencher, format: &PaperFormat) {
    of(bencher, Paper::Pack, *format);
}

#[divan::bench(args = PaperFormat::ALL)]
fn decisions(bencher: Bencher, format: &PaperFormat) {
    of(bencher, Paper::Decisions, *format);
}

#[divan::bench]
fn invitations_of_a_body(bencher: Bencher) {
    let (source, texts) = (source(), Texts::new(Language::Dutch));
    bencher.bench(|| to_send(&source, &[], true, &OrganisationCode("UWV".into()), &texts).unwrap().len());
}
