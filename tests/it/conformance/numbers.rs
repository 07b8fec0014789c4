//! Numbers: every figure is a plain count in SQL on both stores, no cell is one to four, and the desk sees which cases stand behind each.

use std::collections::BTreeMap;

use chrono::Days;
use loket::{
    api::{path, problem::Code},
    domain::{
        ids::SignalNumber,
        municipality,
        numbers::{FlowColumn, Numbers, NumbersBy, NumbersCases, NumbersTable, RowKind, Step},
        role::Role,
    },
    server::load,
};
use serde_json::{Value, json};

use super::{
    audit::lists_are_written,
    numbers_world::{FROM, Sql, TO, WHOLE, cases},
};
use crate::support::{
    http::{Caller, new_key},
    server::TestServer,
};

on_both_stores!(
    every_figure_is_a_plain_count,
    so_is_every_figure_of_cases_by_lot,
    a_handful_of_cases_is_told_nowhere,
    who_may_ask_and_what_is_written_down,
);

async fn every_figure_is_a_plain_count(server: &TestServer) {
    load::load(server.store(), cases(120, 1).into_iter(), std::iter::empty()).await.unwrap();
    every_figure_counts(server).await;
    let numbers = asked(&server.desk()).await;
    let tables: Vec<&NumbersTable> = numbers.tables.iter().filter(|table| table.by != NumbersBy::Article).collect();
    let with_rows = tables.iter().filter(|table| table.rows.len() >= 2).count();
    assert!(with_rows * 4 >= tables.len() * 3, "{with_rows} of {} tables say something at 105 cases a year", tables.len());
    assert_ne!(numbers.flow.unwrap().step, Step::Whole);
}

async fn so_is_every_figure_of_cases_by_lot(server: &TestServer) {
    let seed = new_key().as_u128() as u64;
    let count = 20 + (seed % 400) as u32;
    println!("{count} cases by seed {seed}");
    load::load(server.store(), cases(count, seed).into_iter(), std::iter::empty()).await.unwrap();
    every_figure_counts(server).await;
}

async fn asked(who: &Caller) -> Numbers {
    who.get(&format!("{}?from={FROM}", path::NUMBERS)).await.read()
}

async fn every_figure_counts(server: &TestServer) {
    let (desk, sql) = (server.desk(), Sql(server));
    lessons(server).await;
    let numbers = asked(&desk).await;
    assert_eq!((numbers.from.to_string().as_str(), numbers.to.to_string().as_str()), (FROM, TO));
    let document = |path: &str| sql.member("d.document", path);
    let (received, closed) = (sql.received(), sql.closed());
    let table = |by| numbers.table(by).unwrap();

    in_and_out(&sql, &numbers).await;
    agrees(table(NumbersBy::Channel), &sql.groups(&document("channel"), WHOLE, &received).await, false);
    let urgency = format!("COALESCE({}, 'normal')", document("facts.urgency"));
    agrees(table(NumbersBy::Urgency), &sql.groups(&urgency, WHOLE, &received).await, false);
    let ending = format!("COALESCE({}, {})", document("outcome"), document("status"));
    agrees(table(NumbersBy::Outcome), &sql.groups(&ending, WHOLE, &closed).await, false);
    let bodies = "signals s JOIN signal_bodies b ON b.number = s.number";
    agrees(table(NumbersBy::Body), &sql.groups("b.organisation", bodies, &received).await, true);
    let domains = sql.either(
        "signals s JOIN signal_documents d ON d.id = s.id JOIN json_each(d.document, '$.facts.lifeDomains') m",
        "signals s JOIN signal_documents d ON d.id = s.id CROSS JOIN LATERAL \
         json_array_elements_text(d.document::json #> '{facts,lifeDomains}') AS m(value)",
    );
    agrees(table(NumbersBy::LifeDomain), &sql.groups("m.value", domains, &received).await, true);
    let municipalities = sql.groups("s.municipality", "signals s", &received).await;
    places(table(NumbersBy::Municipality), table(NumbersBy::Province), &municipalities);
    articles(&sql, table(NumbersBy::Article)).await;
    for (by, which) in [(NumbersBy::LeadTime, &closed), (NumbersBy::FirstContact, &received)] {
        let total = sql.count(which).await;
        told_or_hidden(table(by).total, total);
    }
    let open = format!("{} <= '{TO}' AND (s.closed_on = '' OR s.closed_on > '{TO}')", sql.day_received());
    if let Some(total) = table(NumbersBy::Age).total {
        assert_eq!(i64::from(total), sql.count(&open).await);
    }

    let lead = format!("SELECT {} AS days FROM signals s WHERE {closed}", sql.days_between(sql.day_received(), "s.closed_on"));
    spread(&sql, &lead, (numbers.lead_time.median_days, numbers.lead_time.p90_days)).await;
    let at = format!("substr({}, 1, 10)", sql.member("e.document", "at"));
    let contact = format!(
        "SELECT MIN({}) AS days FROM signals s JOIN entries e ON e.signal = s.id WHERE {received} AND \
         e.document LIKE '%\"reached\":true%' GROUP BY s.number",
        sql.days_between(sql.day_received(), &at)
    );
    spread(&sql, &contact, (numbers.first_contact.median_days, numbers.first_contact.p90_days)).await;
    classes(&sql, table(NumbersBy::LeadTime), &lead).await;

    for row in &table(NumbersBy::Channel).rows {
        if row.kind == RowKind::One {
            let asked = format!("{}?from={FROM}&by=channel&row={}", path::NUMBERS_CASES, row.key);
            let behind: NumbersCases = desk.get(&asked).await.read();
            let of = format!("{} = '{}' AND {received}", document("channel"), row.of);
            let expected =
                server.texts(&format!("SELECT CAST(s.number AS TEXT) FROM {WHOLE} WHERE {of} ORDER BY s.number")).await;
            let told: Vec<String> = behind.items.iter().map(|number| number.as_i64().to_string()).collect();
            assert_eq!(told, expected, "{}", row.key);
        }
    }
}

/// Lessons about the first cases, noted today.
async fn lessons(server: &TestServer) {
    let numbers = server.texts("SELECT CAST(number AS TEXT) FROM signals ORDER BY number LIMIT 14").await;
    let desk = server.desk();
    for (number, n) in numbers.iter().zip(0..) {
        let number = SignalNumber::from_i64(number.parse().unwrap()).to_string();
        let (law, article) = if n < 9 { ("Awb", if n < 6 { "6:7" } else { "4:7" }) } else { ("Participatiewet", "17") };
        let facts = json!({ "kind": "law", "law": law, "article": article, "pattern": "Niemand belt terug." });
        desk.post(path::LESSONS, &json!({ "signal": number, "facts": facts })).await.expect(201);
    }
}

async fn in_and_out(sql: &Sql<'_>, numbers: &Numbers) {
    let flow = numbers.flow.as_ref().unwrap();
    let day = sql.day_received();
    let open_on = |last: String| format!("{day} <= '{last}' AND (s.closed_on = '' OR s.closed_on > '{last}')");
    for row in &flow.rows {
        let (first, last) = (row.first, row.last);
        let received = sql.count(&format!("{day} >= '{first}' AND {day} <= '{last}'")).await;
        let closed = sql.count(&format!("s.closed_on >= '{first}' AND s.closed_on <= '{last}'")).await;
        assert_eq!((i64::from(row.received), i64::from(row.closed)), (received, closed), "{}", row.key);
        if let Some(open) = row.open {
            assert_eq!(i64::from(open), sql.count(&open_on(last.to_string())).await, "{}", row.key);
        }
        for count in [Some(row.received), Some(row.closed), row.open].into_iter().flatten() {
            assert!(count == 0 || count >= 5, "{flow:?}");
        }
    }
    if let Some(before) = flow.open_before {
        assert_eq!(i64::from(before), sql.count(&open_on((numbers.from - Days::new(1)).to_string())).await);
    }
}

fn told_or_hidden(told: Option<u32>, counted: i64) {
    assert_eq!(told.map(i64::from), (counted == 0 || counted >= 5).then_some(counted));
}

/// What is told of one value is what SQL counts of it; nothing is lost, and no row is small.
fn agrees(table: &NumbersTable, counted: &BTreeMap<String, i64>, has_several: bool) {
    for row in &table.rows {
        assert!(row.count >= 5, "{row:?}");
        if row.kind == RowKind::One {
            assert_eq!(counted.get(&row.of).copied(), Some(i64::from(row.count)), "{} {row:?}", table.by);
        }
    }
    if !has_several {
        told_or_hidden(table.total, counted.values().sum());
        let sum: i64 = table.rows.iter().map(|row| i64::from(row.count)).sum();
        assert_eq!(sum, table.total.map_or(0, i64::from), "{}", table.by);
        // The largest is never among what is put together, unless everything is.
        let largest = counted.values().copied().max().unwrap_or(0);
        let shown = table.rows.iter().any(|row| row.kind == RowKind::One && i64::from(row.count) == largest);
        assert!(shown || table.rows.len() < 2 || largest < 5, "{table:?} {counted:?}");
    }
}

fn places(municipalities: &NumbersTable, provinces: &NumbersTable, counted: &BTreeMap<String, i64>) {
    let province_of: BTreeMap<String, String> =
        municipality::all().into_iter().map(|one| (one.code.to_string(), one.province)).collect();
    let mut of_province: BTreeMap<String, i64> = BTreeMap::new();
    for (code, count) in counted {
        *of_province.entry(province_of.get(code).cloned().unwrap_or_default()).or_default() += count;
    }
    agrees(provinces, &of_province, false);
    let mut left = of_province.clone();
    for row in &municipalities.rows {
        assert!(row.count >= 5, "{row:?}");
        match row.kind {
            RowKind::One => {
                assert_eq!(counted.get(&row.of).copied(), Some(i64::from(row.count)));
                *left.get_mut(&province_of[&row.of]).unwrap() -= i64::from(row.count);
            }
            RowKind::RestOf | RowKind::WholeOf => *left.get_mut(&row.of).unwrap() -= i64::from(row.count),
            _ => {}
        }
    }
    for row in provinces.rows.iter().filter(|row| row.kind == RowKind::One) {
        assert_eq!(left[&row.of], 0, "what is told of {} less its municipalities", row.of);
    }
    assert_eq!(municipalities.total, provinces.total);
}

async fn articles(sql: &Sql<'_>, table: &NumbersTable) {
    let noted = sql.either(
        "lessons l JOIN json_each(l.document, '$.cases') c",
        "lessons l CROSS JOIN LATERAL json_array_elements(l.document::json -> 'cases') AS c(value)",
    );
    let case = sql.member("c.value", "number");
    let total = sql.0.number(&format!("SELECT COUNT(DISTINCT {case}) FROM {noted}")).await;
    told_or_hidden(table.total, total);
    for row in table.rows.iter().filter(|row| row.kind == RowKind::One) {
        let (law, article) = (sql.member("l.document", "facts.law"), sql.member("l.document", "facts.article"));
        let of = format!("SELECT COUNT(DISTINCT {case}) FROM {noted} WHERE ({law}) || ' ' || ({article}) = '{}'", row.of);
        assert_eq!(i64::from(row.count), sql.0.number(&of).await, "{}", row.of);
    }
    let keys: Vec<(&str, u32)> = table.rows.iter().map(|row| (row.key.as_str(), row.count)).collect();
    assert_eq!(keys, [("whole-of:Awb", 9), ("Participatiewet 17", 5)], "three of Awb 4:7 are told with those of 6:7");
}

async fn spread(sql: &Sql<'_>, days: &str, (median, p90): (Option<i64>, Option<i64>)) {
    let count = sql.0.number(&format!("SELECT COUNT(*) FROM ({days}) AS d")).await;
    let expected = |rank: i64, least: i64| (count >= least).then_some(rank);
    let (half, nine) = if count > 0 { (sql.rank(days, 5).await, sql.rank(days, 9).await) } else { (0, 0) };
    assert_eq!((median, p90), (expected(half, 5), expected(nine, 10)), "{days}");
}

/// Classes of days hold those who took so long.
async fn classes(sql: &Sql<'_>, table: &NumbersTable, days: &str) {
    for row in &table.rows {
        let (from, to) = row.of.split_once('-').unwrap();
        let until = if to.is_empty() { String::new() } else { format!(" AND days <= {to}") };
        let count = sql.0.number(&format!("SELECT COUNT(*) FROM ({days}) AS d WHERE days >= {from}{until}")).await;
        assert_eq!(i64::from(row.count), count, "{}", row.key);
    }
}

async fn a_handful_of_cases_is_told_nowhere(server: &TestServer) {
    let desk = server.desk();
    for n in 0..4 {
        server.signal(&format!("Ontruiming {n}")).await;
    }
    let few = asked(&desk).await;
    assert!(few.flow.as_ref().unwrap().rows.is_empty() && few.flow.as_ref().unwrap().open_before.is_none());
    assert!(few.tables.iter().all(|table| table.rows.is_empty()), "{few:?}");
    let base = |numbers: &Numbers, by| numbers.table(by).unwrap().total;
    assert_eq!((base(&few, NumbersBy::Channel), base(&few, NumbersBy::Outcome)), (None, Some(0)));
    // The desk sees them all the same: it reads every case.
    let behind: NumbersCases = desk.get(path::NUMBERS_CASES).await.read();
    assert_eq!(behind.items.len(), 4);
    let column = FlowColumn::Open;
    let open: NumbersCases = desk.get(&format!("{}?by=flow&column={column}", path::NUMBERS_CASES)).await.read();
    assert_eq!(open.items, behind.items);
    desk.get(&format!("{}?by=channel&row=phone", path::NUMBERS_CASES)).await.problem(Code::NotFound);

    server.signal("Ontruiming 5").await;
    let five = asked(&desk).await;
    assert_eq!(base(&five, NumbersBy::Channel), Some(5));
    let flow = five.flow.clone().unwrap();
    assert_eq!((flow.step, flow.received(), flow.open()), (Step::Month, Some(5), Some(5)));
    assert_eq!(flow.rows.last().map(|row| row.key.as_str()), Some("2026-11"));
    // While it is counted it is told how far that is; the last line is the same answer.
    let lines = desk.get(path::NUMBERS_LINES).await;
    let told: Vec<Value> = lines.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(told[0], json!({ "counted": 5, "of": 5 }));
    assert_eq!((told.len(), &told[1]["numbers"]), (2, &desk.get(path::NUMBERS).await.expect(200)));
    let one = desk.get(&format!("{}?by=channel", path::NUMBERS)).await.read::<Numbers>();
    assert!(one.flow.is_none() && one.tables.len() == 1 && one.tables[0].by == NumbersBy::Channel);
}

async fn who_may_ask_and_what_is_written_down(server: &TestServer) {
    for role in Role::ALL {
        let reply = server.role(*role).get(path::NUMBERS).await;
        match role {
            Role::Desk | Role::LetSecretary => drop(reply.expect(200)),
            _ => drop(reply.problem(Code::NotAllowed)),
        }
    }
    let desk = server.desk();
    let at = |query: &str| format!("{}?{query}", path::NUMBERS);
    assert_eq!(desk.get(&at("from=2026-03-01&to=2026-02-01")).await.fault_at("from"), "out-of-range");
    assert_eq!(desk.get(&at("from=1999-01-01")).await.fault_at("from"), "out-of-range");
    desk.get(&at("from=gisteren")).await.problem(Code::InvalidInput);
    desk.get(&at("by=postcode")).await.problem(Code::InvalidInput);
    let year: Numbers = desk.get(&at("from=2026-01-01&to=2026-12-31")).await.read();
    assert_eq!((year.to.to_string().as_str(), year.counted_on), (TO, year.to), "nothing after today");
    let before: Numbers = desk.get(&at("from=2025-01-01&to=2025-12-31")).await.read();
    assert_eq!(before.to.to_string(), "2025-12-31");

    server.signal("Ontruiming").await;
    desk.get(path::NUMBERS_CASES).await.expect(200);
    lists_are_written(server).await;
    let verbs =
        server.texts(&format!("SELECT verb FROM audit WHERE account = '{}' AND verb LIKE 'numbers.%'", desk.account)).await;
    assert!(verbs.contains(&"numbers.read".to_owned()) && verbs.contains(&"numbers.cases".to_owned()), "{verbs:?}");
}
