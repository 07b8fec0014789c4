//! What goes to calendars, version after version: who is asked, who is told that it is off, and who is left alone.

use loket::{
    domain::{
        ids::OrganisationCode,
        meeting::{Answer, Edition},
    },
    export::agenda::{Invited, Paper, PaperFormat, Reader, Refused, Source, export, to_send},
    locale::{Language, Texts},
};

use super::{
    sample::{self, Asked, item_id},
    text,
};

fn asked() -> Asked<'static> {
    Asked { items: 4, people: 2, text: &|item, field| format!("{field} {item}") }
}

fn svb() -> OrganisationCode {
    OrganisationCode("SVB".into())
}

/// Item 1 is of the SVB and the CAK. What is sent to the SVB: slot, is it taken back, sequence, to whom.
fn sent(source: &Source, earlier: &[Edition], goes_on: bool) -> Vec<(u16, bool, u32, Vec<String>)> {
    let all = to_send(source, earlier, goes_on, &svb(), &Texts::new(Language::Dutch)).unwrap();
    let row = |one: &Invited| {
        let text = String::from_utf8(one.file.bytes.clone()).unwrap();
        assert!(text.contains(&format!("SEQUENCE:{}\r\n", one.sequence)));
        assert_eq!(text.contains("METHOD:CANCEL\r\n"), one.is_cancelled);
        let mails = one.to.iter().map(|person| person.mail.raw().replace("@svb.example", "")).collect();
        (one.slot, one.is_cancelled, one.sequence, mails)
    };
    all.iter().map(row).collect()
}

/// Takes the first person of the SVB off item 1.
fn without_the_first(source: &mut Source) {
    source.entries[0].invitations.retain(|one| one.facts.mail.raw() != "p1.0@svb.example");
    source.edition.content.items[0].invitations = source.entries[0].invitations.clone();
}

#[test]
fn who_is_taken_off_is_told_and_told_the_same_later() {
    let people = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    let first = sample::fixed(&asked(), 1);
    assert_eq!(sent(&first, &[], true), [(1, false, 2, people(&["p1.0", "p1.1"]))]);
    let mut second = sample::fixed(&asked(), 2);
    without_the_first(&mut second);
    let now = [(1, false, 4, people(&["p1.1"])), (1, true, 4, people(&["p1.0"]))];
    assert_eq!(sent(&second, std::slice::from_ref(&first.edition), true), now);
    let mut third = sample::fixed(&asked(), 3);
    without_the_first(&mut third);
    let both = [first.edition.clone(), second.edition.clone()];
    let now = [(1, false, 6, people(&["p1.1"])), (1, true, 6, people(&["p1.0"]))];
    assert_eq!(sent(&third, &both, true), now, "also when the second version was never sent");
    let mut off = sent(&third, &both, false);
    off.sort();
    assert_eq!(off, [(1, true, 7, people(&["p1.0"])), (1, true, 7, people(&["p1.1"]))], "before whatever comes next");
}

#[test]
fn who_is_still_asked_under_another_name_or_function_is_told_nothing_is_off() {
    let first = sample::fixed(&asked(), 1);
    let again = |change: &dyn Fn(&mut loket::domain::meeting::InvitationFacts)| {
        let mut second = sample::fixed(&asked(), 2);
        change(
            &mut second.entries[0].invitations.iter_mut().find(|one| one.facts.mail.raw() == "p1.0@svb.example").unwrap().facts,
        );
        second.edition.content.items[0].invitations = second.entries[0].invitations.clone();
        sent(&second, std::slice::from_ref(&first.edition), true)
    };
    let asked_once = [(1, false, 4, vec!["p1.0".to_owned(), "p1.1".to_owned()])];
    assert_eq!(again(&|facts| facts.name = "P. Janssen".into()), asked_once, "a name was corrected");
    assert_eq!(again(&|facts| facts.function = "plv. directeur".into()), asked_once);
    let capitals = again(&|facts| facts.mail = " P1.0@SVB.example".into());
    assert_eq!((capitals.len(), capitals[0].1), (1, false), "the same mailbox in capitals: {capitals:?}");
    let other = again(&|facts| facts.mail = "p9@svb.example".into());
    assert_eq!(other.iter().map(|one| (one.1, one.3.len())).collect::<Vec<_>>(), [(false, 2), (true, 1)], "another mailbox");
    let silent = again(&|facts| facts.mail = "".into());
    assert_eq!(silent, [(1, false, 4, vec!["p1.1".to_owned()])], "the address went, the person is still asked");

    // One person for two items of the slot, under two functions; taken off the second.
    let twice = |version, withdrawn| {
        let mut source = sample::fixed(&asked(), version);
        let mut more = source.entries[0].invitations[0].clone();
        (more.id, more.facts.function, more.withdrawn) =
            (loket::domain::ids::PartId(uuid::Uuid::from_u128(77)), "lid".into(), withdrawn);
        more.facts.organisation = svb();
        more.facts.mail = "P1.0@svb.example".into();
        source.entries[1].invitations.push(more.clone());
        if !withdrawn {
            source.edition.content.items[1].invitations.push(more);
        }
        source
    };
    let (first, second) = (twice(1, false), twice(2, true));
    assert_eq!(sent(&first, &[], true).iter().map(|one| one.3.len()).collect::<Vec<_>>(), [2], "each mailbox once");
    assert_eq!(sent(&second, &[first.edition], true).iter().filter(|one| one.1).count(), 0);
}

#[test]
fn who_declined_is_not_asked_again_and_not_told_that_it_is_off() {
    let first = sample::fixed(&asked(), 1);
    let mut second = sample::fixed(&asked(), 2);
    let declines = second.entries[0].invitations.iter_mut().find(|one| one.facts.mail.raw() == "p1.0@svb.example").unwrap();
    declines.facts.answer = Answer::Declined;
    assert_eq!(sent(&second, &[first.edition], true), [(1, false, 4, vec!["p1.1".to_owned()])]);
}

#[test]
fn an_item_that_is_taken_off_ends_the_appointment_and_a_moved_one_moves_it() {
    let first = sample::fixed(&asked(), 1);
    let mut gone = sample::fixed(&asked(), 2);
    gone.entries.remove(0);
    gone.edition.content.items.remove(0);
    assert_eq!(
        sent(&gone, std::slice::from_ref(&first.edition), true),
        [(1, true, 4, vec!["p1.0".to_owned(), "p1.1".to_owned()])]
    );
    let mut moved = sample::fixed(&asked(), 2);
    let times = &mut moved.edition.content.items[0].times;
    for at in [&mut times.starts_at, &mut times.ends_at] {
        *at = at.map(|at| at + chrono::TimeDelta::minutes(60));
    }
    let made = |source: &Source, earlier: &[Edition]| {
        let sent = to_send(source, earlier, true, &svb(), &Texts::new(Language::Dutch)).unwrap();
        let text = String::from_utf8(sent[0].file.bytes.clone()).unwrap();
        let line = |name: &str| text.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
        (sent.len(), line("UID:"), line("DTSTART:"))
    };
    let (was, is) = (made(&first, &[]), made(&moved, std::slice::from_ref(&first.edition)));
    assert_eq!((was.0, is.0, &was.1), (1, 1, &is.1), "the same appointment");
    assert_ne!(was.2, is.2);
}

#[test]
fn a_calendar_of_an_item_holds_that_item_alone() {
    let source = sample::fixed(&asked(), 1);
    let of =
        |reader: &Reader, item| text(&source, reader, Paper::Item(item_id(item)), PaperFormat::Calendar).replace("\r\n ", "");
    let one = of(&Reader::Secretariat, 2);
    assert_eq!(one.matches("BEGIN:VEVENT").count(), 1);
    let starts = source.edition.content.items[1].times.starts_at.unwrap().format("DTSTART:%Y%m%dT%H%M%SZ").to_string();
    assert!(one.contains(&starts) && one.contains(&format!("-item-{}-all@loket", item_id(2))), "{one}");
    let foreign =
        export(&source, &Reader::Body(svb()), Paper::Item(item_id(2)), PaperFormat::Calendar, &Texts::new(Language::Dutch));
    assert_eq!(foreign.unwrap_err(), Refused::NoSuchItem);
    let mut late = sample::fixed(&asked(), 1);
    late.edition.content.items[0].times.starts_at = None;
    let late = export(&late, &Reader::Secretariat, Paper::Item(item_id(1)), PaperFormat::Calendar, &Texts::new(Language::Dutch));
    assert_eq!(late.unwrap_err(), Refused::NoTime);
}
