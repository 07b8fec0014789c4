//! Drafts that cannot be read, that are nobody's, or that come later; and text in another encoding.

use loket::{
    domain::ids::IdempotencyKey,
    tui::app::{
        Modal,
        message::{DraftOffer, DraftTold, Edited, Msg, Sent, SentInVain, Stands, UnreadableDrafts},
    },
};
use uuid::Uuid;

use super::{
    Bench, id,
    text::{self, offers},
};

#[test]
fn drafts_that_cannot_be_read_are_told_with_their_folder() {
    let unreadable = UnreadableDrafts { count: 2, folder: "/home/visser/.local/state/loket/drafts".into() };
    let words = "2 concepten zijn niet te lezen. Ze blijven staan in /home/visser/.local/state/loket/drafts.";
    for (offers, nothing) in [(offers(), false), (vec![], true)] {
        let mut bench = Bench::new((120, 36));
        bench.tell(Msg::Drafts { offers: offers.clone(), unreadable: unreadable.clone(), asked: false });
        assert!(bench.message().ends_with(words), "{}", bench.message());
        bench.tell(Msg::Drafts { offers, unreadable: unreadable.clone(), asked: true });
        let screen = bench.screen();
        assert!(screen.contains("2 concepten zijn niet te lezen.") && screen.contains("/state/loket/drafts."), "{screen}");
        assert_eq!(screen.contains("Er is geen concept dat te lezen is."), nothing, "{screen}");
        assert!(!screen.contains("Geen concept gevonden"), "{screen}");
        let Some(Modal::Picker(picker)) = bench.state.modals.last() else { panic!() };
        assert_eq!(picker.notice, words);
    }
}

#[test]
fn a_draft_of_nobody_in_particular_is_offered_with_a_word() {
    let mut bench = Bench::new((120, 36));
    let offers = vec![DraftOffer { nobodys: true, ..offers().remove(1) }];
    bench.tell(Msg::Drafts { offers, unreadable: UnreadableDrafts::default(), asked: true });
    assert!(bench.screen().contains("07:41  (onbekend van wie)"), "{}", bench.screen());
    bench.press("Esc").tell(Msg::DraftTold(DraftTold::OfNobody));
    assert!(bench.message().contains("niet bekend wie het typte"), "{}", bench.message());
}

#[test]
fn a_text_in_another_encoding_is_taken_and_told() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Belangrijk").press("Ctrl+X e");
    let slot = format!("note-{}", id(471));
    let text = Some("Çelik belde".into());
    let edited = Edited { slot, field: "note".into(), text, converted_from: Some("windows-1252"), fault: None };
    bench.tell(Msg::Edited(edited));
    assert_eq!(text::note(&bench), "Çelik belde");
    assert!(bench.message().contains("windows-1252") && bench.message().contains("omgezet"), "{}", bench.message());
}

#[test]
fn drafts_that_come_later_and_files_that_stay_are_told() {
    let mut bench = Bench::new((120, 36));
    bench.tell(Msg::Drafts { offers: vec![], unreadable: UnreadableDrafts::default(), asked: false });
    assert_eq!(bench.message(), "");
    bench.tell(Msg::Drafts { offers: offers(), unreadable: UnreadableDrafts::default(), asked: false });
    bench.tell(Msg::DraftTold(DraftTold::More));
    assert_eq!(bench.message(), "3 concepten wachten: g d opent ze.");
    bench.tell(Msg::DraftTold(DraftTold::Stays("/run/loket/edit-1/loket.txt".into())));
    assert!(bench.message().contains("blijft staan in /run/loket/edit-1/loket.txt"), "{}", bench.message());
}

/// What waited for its acknowledgement, and was refused when it was sent again by itself, is not quietly gone.
#[test]
fn what_was_refused_on_its_way_is_told_and_opens_from_the_drafts_with_the_reason() {
    let sent = |slot: String| Sent { slot, key: IdempotencyKey(Uuid::nil()) };
    let vain = |slot: String| SentInVain {
        sent: sent(slot),
        words: "Dit signaal is afgesloten.".into(),
        draft: Some("aa".into()),
        same: false,
    };
    let mut bench = Bench::new((120, 36));
    bench.tell(Msg::Drafts { offers: offers(), unreadable: UnreadableDrafts::default(), asked: false });
    bench.tell(Msg::Resent { saved: vec![], refused: vec![vain(format!("note-{}", id(471)))], elsewhere: vec![] });
    let told = bench.message();
    assert!(told.contains("is geweigerd: Dit signaal is afgesloten.") && told.contains("g d opent het"), "{told}");
    bench.tell(Msg::Resent {
        saved: vec![sent("a".into()), sent("b".into())],
        refused: vec![vain("intake".into()), vain(format!("note-{}", id(471)))],
        elsewhere: vec![],
    });
    let told = bench.message();
    assert!(told.contains("2 nog niet bevestigde teksten zijn geweigerd. De eerste: Dit signaal is afgesloten."), "{told}");
    assert!(bench.screen().contains("2 nog niet bevestigde teksten zijn alsnog opgeslagen."), "{}", bench.screen());
    let offer = DraftOffer { stands: Stands::Refused("Dit signaal is afgesloten.".into()), ..offers().remove(1) };
    bench.tell(Msg::Drafts { offers: vec![offer], unreadable: UnreadableDrafts::default(), asked: true });
    let screen = bench.screen();
    assert!(screen.contains("(geweigerd)") && screen.contains("Geweigerd door de server: Dit signaal is"), "{screen}");
    bench.press("Esc");
    // A form in which something else is typed meanwhile is left alone.
    bench.press("n").type_in("Gebeld");
    bench.tell(Msg::Resent { saved: vec![], refused: vec![vain(format!("note-{}", id(471)))], elsewhere: vec![] });
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!() };
    assert_eq!(form.refused, None);
    bench.tell(Msg::Resent { saved: vec![sent("a".into())], refused: vec![], elsewhere: vec![] });
    assert_eq!(bench.message(), "Uw nog niet bevestigde tekst is alsnog opgeslagen.");
}
