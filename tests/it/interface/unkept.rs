//! Text that the disk did not take: as long as its only copy is on the screen, nothing closes over it unasked.

use loket::tui::app::{
    Modal,
    message::{Answer, DraftTold, Effect, Msg},
};

use super::{Bench, id};

fn slot() -> String {
    format!("note-{}", id(471))
}

fn refused(text: &str) -> Msg {
    let unsaved = Some((slot(), format!(r#"{{"note":"{text}"}}"#)));
    Msg::DraftFailed { words: "De schijf is vol.".into(), unsaved }
}

/// A note of which the disk took nothing.
fn unkept(size: (u16, u16)) -> Bench {
    let mut bench = Bench::new(size);
    bench.press("n").type_in("Gebeld").tell(refused("Gebeld"));
    assert_eq!(bench.message(), "De schijf is vol.");
    bench
}

fn asks(bench: &Bench) -> bool {
    matches!(bench.state.modals.last(), Some(Modal::Choose(_)))
}

#[test]
fn a_form_whose_text_is_nowhere_else_asks_before_it_closes() {
    let mut bench = unkept((80, 24));
    bench.press("Esc");
    assert!(asks(&bench) && bench.screen().contains("Uw tekst staat alleen op dit scherm"), "{}", bench.screen());
    bench.press("Enter");
    assert!(!asks(&bench) && bench.screen().contains("Gebeld"), "the first answer loses nothing\n{}", bench.screen());
    bench.press("Esc Esc");
    assert!(!asks(&bench) && bench.screen().contains("Gebeld"), "nor does Esc\n{}", bench.screen());
    bench.press("Esc w");
    assert!(bench.state.modals.is_empty());
    assert!(bench.effects.contains(&Effect::RemoveDraft(slot())), "what the disk holds is older than what was thrown away");
}

#[test]
fn what_was_sent_and_lies_on_no_disk_asks_before_its_form_closes() {
    let mut bench = unkept((80, 24));
    bench.press("Ctrl+S");
    let (request, ..) = bench.sent().pop().unwrap();
    bench.press("Esc");
    assert!(asks(&bench), "there is no answer: {}", bench.screen());
    bench.press("Enter").tell(Msg::Unanswered(request)).press("Esc");
    assert!(asks(&bench), "{}", bench.screen());
    bench.press("Enter").tell(Msg::Reply { request, reply: Ok(Answer::Waits) }).press("Esc");
    assert!(bench.state.modals.is_empty(), "it is on disk after all");
}

#[test]
fn a_form_that_was_closed_before_the_disk_refused_comes_back() {
    let mut bench = Bench::new((80, 24));
    bench.press("n").type_in("Gebeld met CAK").press("Esc");
    assert!(bench.state.modals.is_empty());
    bench.effects.clear();
    bench.tell(refused("Gebeld met CAK"));
    assert!(bench.screen().contains("Gebeld met CAK"), "{}", bench.screen());
    assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::LoadDraft(_))), "an older one would take its place");
    bench.press("Esc");
    assert!(asks(&bench));
}

#[test]
fn once_the_disk_took_it_the_form_closes_again() {
    let mut bench = unkept((80, 24));
    bench.tell(Msg::DraftKept(slot())).press("Esc");
    assert!(bench.state.modals.is_empty());
}

#[test]
fn leaving_with_text_that_could_not_be_kept_is_asked() {
    let mut bench = unkept((80, 24));
    bench.tell(Msg::QuitRefused);
    assert!(bench.screen().contains("Loket afsluiten? Uw tekst kan niet worden bewaard"), "{}", bench.screen());
    bench.press("Enter");
    assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::QuitAnyway)));
    bench.tell(Msg::QuitRefused).press("a");
    assert!(bench.effects.contains(&Effect::QuitAnyway));
}

#[test]
fn what_is_asked_is_read_whole_in_the_smallest_window() {
    let mut bench = unkept((60, 18));
    bench.tell(Msg::QuitRefused);
    let words: Vec<String> = bench.screen().split_whitespace().map(str::to_owned).collect();
    for word in "Loket afsluiten? Uw tekst kan niet worden bewaard en gaat dan verloren".split(' ') {
        assert!(words.iter().any(|shown| shown == word), "{word}\n{}", bench.screen());
    }
    assert!(bench.screen().contains("b  Blijven") && bench.screen().contains("a  Afsluiten"), "{}", bench.screen());
}

#[test]
fn who_keeps_no_drafts_is_asked_before_text_goes() {
    let mut bench = Bench::new((80, 24));
    bench.state.settings.keep_drafts = false;
    bench.press("n").type_in("Gebeld").press("Esc");
    assert!(asks(&bench) && bench.screen().contains("wordt niet bewaard"), "{}", bench.screen());
    bench.press("Enter");
    assert!(bench.screen().contains("Gebeld"), "the first answer loses nothing\n{}", bench.screen());
    bench.press("Esc w");
    assert!(bench.state.modals.is_empty() && bench.effects.contains(&Effect::RemoveDraft(slot())));
    bench.press("q");
    assert!(bench.effects.contains(&Effect::Quit), "there is nothing to lose");
    bench.effects.clear();
    bench.tell(Msg::Waiting(1)).press("q");
    assert!(asks(&bench) && !bench.effects.contains(&Effect::Quit), "{}", bench.screen());
    assert!(bench.screen().contains("niet is opgeslagen of verstuurd"), "{}", bench.screen());
    bench.press("Esc").tell(Msg::DraftTold(DraftTold::OnDisk(2)));
    assert!(bench.screen().contains("er liggen nog 2 teksten"), "{}", bench.screen());
    bench.press("Enter");
    assert!(!bench.effects.contains(&Effect::ClearDisk), "the first answer throws nothing away");
    bench.tell(Msg::DraftTold(DraftTold::OnDisk(2))).press("w");
    assert!(bench.effects.contains(&Effect::ClearDisk));
}
