//! Alarms in the interface: said once, of what is mine, or of what nobody has when I am at the desk.

use chrono::{Days, TimeDelta};
use loket::{
    client::replica::Replica,
    domain::{
        deadline::{Alarm, Deadline, Mark},
        ids::AccountId,
        signal::{Owner, SignalSummary},
    },
    tui::app::{
        Tone,
        message::{Effect, Msg},
    },
};
use uuid::Uuid;

use super::{Bench, complete, id, me, now, rows};

/// The row of the board of a signal, so many days from today.
fn deadline(number: u32, days: u64) -> Deadline {
    let on = now().date_naive() + Days::new(days);
    serde_json::from_value(serde_json::json!({
        "id": Uuid::from_u128(u128::from(number)), "kind": "objection", "signal": id(number),
        "signalNumber": format!("S-2026-{number:05}"), "title": "Titel", "label": "terugvordering", "safeEnd": on, "end": on,
        "alarmOn": on, "body": "UWV", "article": "Awb 6:7", "uncertain": false, "provisional": false
    }))
    .unwrap()
}

fn ring(replica: &mut Replica, deadline: &Deadline, mark: Mark, hours: i64) {
    let alarm = Alarm::of(deadline, mark, now() + TimeDelta::hours(hours));
    for line in [serde_json::json!({"kind": "deadline", "row": deadline}), serde_json::json!({"kind": "alarm", "row": alarm})] {
        replica.apply_line(line.to_string().as_bytes()).unwrap();
    }
}

/// Signals of which one is a colleague's and one is mine.
fn owned() -> Replica {
    complete(&owned_rows())
}

fn owned_rows() -> Vec<SignalSummary> {
    let mut rows = rows();
    let lease_until = now() + TimeDelta::hours(9);
    rows[3].owner = Some(Owner { account: me(), name: "M. Visser".into(), lease_until });
    rows[4].owner = Some(Owner { account: AccountId(Uuid::from_u128(9)), name: "J. Bakker".into(), lease_until });
    rows
}

/// The interface with these rows, once what it says at the start was said.
fn begun() -> (Bench, Replica) {
    let mut bench = Bench::new((140, 40));
    let replica = owned();
    bench.tell(Msg::Replica(replica.clone()));
    rang(&mut bench);
    (bench, replica)
}

/// How often it rang, and what was said.
fn rang(bench: &mut Bench) -> (usize, String) {
    let rings = std::mem::take(&mut bench.effects).iter().filter(|effect| **effect == Effect::Ring).count();
    let said = bench.message();
    bench.state.message = None;
    (rings, said)
}

#[test]
fn an_alarm_is_said_once_of_what_is_mine_or_nobodys() {
    let (mut bench, mut replica) = begun();
    // A colleague's.
    ring(&mut replica, &deadline(510, 4), Mark::TwoDays, 0);
    bench.tell(Msg::Replica(replica.clone()));
    assert_eq!(rang(&mut bench), (0, String::new()));
    // Nobody's.
    ring(&mut replica, &deadline(503, 4), Mark::TwoDays, 0);
    bench.tell(Msg::Replica(replica.clone()));
    assert_eq!(rang(&mut bench), (1, "S-503: de bezwaartermijn loopt af op vr 27-11-2026.".into()));
    bench.tell(Msg::Replica(replica.clone())).tell(Msg::Clock(now() + TimeDelta::minutes(5)));
    assert_eq!(rang(&mut bench), (0, String::new()), "once");
    // Mine, and the day itself.
    ring(&mut replica, &deadline(505, 0), Mark::Today, 0);
    bench.tell(Msg::Replica(replica.clone()));
    assert_eq!(rang(&mut bench), (1, "S-505: de bezwaartermijn is vandaag op: ma 23-11-2026.".into()));
}

#[test]
fn several_at_once_are_summed_up_and_one_clock_counts_once() {
    let (mut bench, mut replica) = begun();
    for (number, days) in [(471, 2), (502, 3), (505, 6)] {
        ring(&mut replica, &deadline(number, days), Mark::TwoDays, 0);
        ring(&mut replica, &deadline(number, days), Mark::FiveDays, 0);
    }
    bench.tell(Msg::Replica(replica.clone()));
    assert_eq!(rang(&mut bench), (1, "Nieuw: 3 termijnen lopen deze week af.".into()));
    for (number, days) in [(503, 4), (512, 9)] {
        ring(&mut replica, &deadline(number, days), Mark::OneDay, 0);
    }
    bench.tell(Msg::Replica(replica));
    assert_eq!(rang(&mut bench), (1, "Nieuw: 2 termijnen lopen binnenkort af; de eerste op vr 27-11-2026.".into()));
}

#[test]
fn alarms_that_come_in_two_parts_are_told_as_one_sum() {
    let (mut bench, mut replica) = begun();
    for (number, days) in [(471, 2), (502, 3), (505, 6)] {
        ring(&mut replica, &deadline(number, days), Mark::TwoDays, 0);
    }
    bench.tell(Msg::Replica(replica.clone()));
    for (number, days) in [(503, 4), (512, 9)] {
        ring(&mut replica, &deadline(number, days), Mark::OneDay, 0);
    }
    bench.tell(Msg::Replica(replica));
    assert_eq!(rang(&mut bench).1, "Nieuw: 5 termijnen lopen binnenkort af; de eerste op wo 25-11-2026.");
    bench.tell(Msg::Clock(now() + TimeDelta::seconds(5)));
    assert_eq!(rang(&mut bench).1, "", "nothing waits");
}

#[test]
fn what_has_passed_is_not_said_to_end_soon() {
    let (mut bench, mut replica) = begun();
    let passed = |number: u32| {
        let mut row = deadline(number, 0);
        row.alarm_on = row.alarm_on - Days::new(3);
        row
    };
    ring(&mut replica, &passed(471), Mark::Overdue, 0);
    ring(&mut replica, &deadline(503, 9), Mark::FiveDays, 0);
    bench.tell(Msg::Replica(replica.clone()));
    let some = "Nieuw: 2 waarschuwingen; 1 termijn is net voorbij: vr 20-11-2026.";
    assert_eq!(rang(&mut bench), (1, some.into()));
    ring(&mut replica, &passed(502), Mark::Overdue, 0);
    ring(&mut replica, &passed(512), Mark::Overdue, 0);
    bench.tell(Msg::Replica(replica));
    assert_eq!(rang(&mut bench), (1, "Nieuw: 2 termijnen zijn net voorbij.".into()));
}

#[test]
fn an_alarm_waits_for_a_message_that_stands_there() {
    let mut bench = Bench::new((100, 30));
    let mut replica = owned();
    bench.tell(Msg::Replica(replica.clone()));
    rang(&mut bench);
    bench.state.say(Tone::Fail, "Niet opgeslagen. ".repeat(5));
    ring(&mut replica, &deadline(503, 4), Mark::TwoDays, 0);
    bench.tell(Msg::Replica(replica.clone()));
    assert!(bench.effects.contains(&Effect::Ring) && bench.message().starts_with("Niet opgeslagen"), "the message stays");
    bench.press("j");
    assert_eq!(bench.message(), "S-503: de bezwaartermijn loopt af op vr 27-11-2026.", "and then the alarm, whole");
    bench.press("j");
    assert_eq!(bench.message(), "", "once");
}

#[test]
fn beside_a_form_no_alarm_of_another_case_is_said() {
    let (mut bench, mut replica) = begun();
    bench.press("n");
    ring(&mut replica, &deadline(503, 4), Mark::TwoDays, 0);
    bench.tell(Msg::Replica(replica.clone()));
    assert!(bench.effects.contains(&Effect::Ring), "it rings all the same");
    assert_eq!(bench.message(), "");
    bench.type_in("Gebeld");
    assert!(!bench.screen().contains("S-503: de bezwaartermijn"), "{}", bench.screen());
    bench.press("Ctrl+U Esc");
    assert_eq!(bench.message(), "S-503: de bezwaartermijn loopt af op vr 27-11-2026.", "as soon as the form is closed");
    // What happens to the very case is said at once.
    let mut rows = owned_rows();
    bench.press("Home").tell(Msg::Replica(replica)).press("Home");
    let mine = rows[3].id;
    bench.state.signals.wanted = Some(mine);
    bench.tell(Msg::Replica(owned())).press("n");
    rows[3].owner = Some(Owner {
        account: AccountId(Uuid::from_u128(9)),
        name: "J. Bakker".into(),
        lease_until: now() + TimeDelta::hours(9),
    });
    rows[3].version += 1;
    bench.tell(Msg::Replica(complete(&rows)));
    assert!(bench.message().contains("overgenomen door J. Bakker"), "{}", bench.screen());
}

#[test]
fn at_the_start_only_what_rang_today_is_said_and_what_moved_or_went_is_not() {
    let mut bench = Bench::new((140, 40));
    let mut replica = owned();
    ring(&mut replica, &deadline(503, 4), Mark::FiveDays, -72);
    ring(&mut replica, &deadline(471, 4), Mark::TwoDays, -1);
    // It rang for a day that is another one by now.
    ring(&mut replica, &deadline(502, 4), Mark::TwoDays, -1);
    let moved = serde_json::json!({"kind": "deadline", "row": deadline(502, 9)}).to_string();
    replica.apply_line(moved.as_bytes()).unwrap();
    bench.tell(Msg::Replica(replica.clone()));
    let (rings, said) = rang(&mut bench);
    // That S-505 is mine now is said too.
    assert!(rings == 1 && said.ends_with("naam. S-471: de bezwaartermijn loopt af op vr 27-11-2026."), "{said}");
    // Who does not take signals up hears of nobody's nothing.
    let mut bench = Bench::new((140, 40));
    let mut secretary = super::person();
    secretary.permissions.retain(|permission| permission != "signal.write");
    bench.tell(Msg::Me(Box::new(secretary))).tell(Msg::Replica(replica));
    assert_eq!(rang(&mut bench).1, "S-505 staat nu op uw naam.");
}

#[test]
fn a_replica_that_begins_anew_says_nothing_again() {
    let (mut bench, mut replica) = begun();
    ring(&mut replica, &deadline(503, 4), Mark::TwoDays, 0);
    bench.tell(Msg::Replica(replica.clone()));
    assert_eq!(rang(&mut bench).0, 1);
    // The server throws everything away and tells it again, and one more.
    let lines = [serde_json::json!({"kind": "reset"})].into_iter();
    let rows = owned_rows().into_iter().map(|row| serde_json::json!({"kind": "signal", "row": row}));
    let cursor = serde_json::json!({"kind": "cursor", "cursor": "1", "now": now()});
    let lines: Vec<_> = lines.chain(rows).chain([cursor]).collect();
    for line in &lines {
        replica.apply_line(line.to_string().as_bytes()).unwrap();
    }
    ring(&mut replica, &deadline(503, 4), Mark::TwoDays, 0);
    bench.tell(Msg::Replica(replica.clone()));
    let (rings, message) = rang(&mut bench);
    assert!(rings == 0 && message.contains("zijn vervangen"), "only that it was replaced is said: {message}");
    bench.state.message = None;
    ring(&mut replica, &deadline(505, 4), Mark::TwoDays, 0);
    bench.tell(Msg::Replica(replica));
    assert_eq!(rang(&mut bench), (1, "S-505: de bezwaartermijn loopt af op vr 27-11-2026.".into()));
}

#[test]
fn an_alarm_without_room_beside_what_was_just_done_waits_and_is_said_whole() {
    let mut bench = Bench::new((100, 30));
    let mut replica = owned();
    bench.tell(Msg::Replica(replica.clone()));
    rang(&mut bench);
    bench.state.say(Tone::Undone, "Teruggedraaid: status van S-502 is weer ontvangen, en dat is gelukt");
    ring(&mut replica, &deadline(503, 4), Mark::TwoDays, 0);
    bench.tell(Msg::Replica(replica.clone()));
    let screen = bench.screen();
    assert!(screen.contains("dat is gelukt") && !screen.contains("S-503: de bezwaar"), "{screen}");
    bench.press("j");
    assert_eq!(bench.message(), "S-503: de bezwaartermijn loopt af op vr 27-11-2026.");
    // Where there is room it stands beside it at once.
    let mut bench = Bench::new((160, 30));
    let mut replica = owned();
    bench.tell(Msg::Replica(replica.clone()));
    rang(&mut bench);
    bench.state.say(Tone::Undone, "Teruggedraaid");
    ring(&mut replica, &deadline(503, 4), Mark::TwoDays, 0);
    bench.tell(Msg::Replica(replica));
    assert!(bench.screen().contains("Teruggedraaid  S-503: de bezwaartermijn loopt af op vr 27-11-2026."), "{}", bench.screen());
}
