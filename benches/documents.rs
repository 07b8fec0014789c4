//! Papers of a meeting of 40 items and 400 participants, and a move on its agenda.
//!
//! `cargo bench --bench documents`. Goals: the PDF under 500 ms, every other format under 50 ms.

// A bench has no reader to tell of a failure but the panic.
#![allow(clippy::unwrap_used, clippy::expect_used, dead_code)]

use divan::Bencher;
use loket::{
    domain::{
        ids::OrganisationCode,
        meeting::{
            Agenda,
            order::{self, Placed, Spot},
        },
    },
    export::agenda::{Paper, PaperFormat, Reader, Source, export, to_send},
    locale::{Language, Texts},
};

#[path = "../tests/it/papers/sample.rs"]
mod sample;

fn main() {
    divan::main();
}

/// Half a page of facts in each item.
fn typed(item: usize, field: &str) -> String {
    match field {
        "facts" | "perspective" => {
            format!("Het gezin in zaak {item} woont sinds 2019 in de woning, en de uitkering ligt stil. ").repeat(20)
        }
        field => format!("Tekst over {field} van punt {item}, zoals iemand die typt."),
    }
}

/// Two bodies an item, five people each.
fn asked() -> sample::Asked<'static> {
    sample::Asked { items: 40, people: 5, text: &typed }
}

fn source() -> Source {
    sample::fixed(&asked(), 2)
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

/// The last item becomes the first: its rank, the whole agenda in its new order, when each item is dealt with, and what is missing.
#[divan::bench]
fn an_item_moved(bencher: Bencher) {
    let (agenda, _) = sample::agenda(&asked());
    bencher.with_inputs(|| agenda.clone()).bench_values(|mut agenda| {
        let placed: Vec<Placed> = agenda.entries.iter().map(|entry| Placed::from(&entry.item)).collect();
        for moved in order::place(&placed, placed[39].item, Spot::First).unwrap() {
            let entry = agenda.entries.iter_mut().find(|entry| entry.item.id == moved.item).unwrap();
            entry.item.rank = moved.rank;
        }
        let agenda = Agenda::of(agenda.meeting, agenda.entries);
        (agenda.schedule().items.len(), agenda.missing(|_| None, (&[], &[])).len())
    });
}
