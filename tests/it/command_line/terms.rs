//! `loket term` and `loket holidays`: what is printed, what is found in a file, and with which exit code it ends.

use loket::{api::problem::exit, cli};
use serde_json::Value;

use super::{Ended, edge, file};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/terms.csv");

fn pipe(arguments: &[&str], stdin: &str) -> Ended {
    let (edge, stdout, stderr) = edge(arguments, &[], stdin);
    let code = cli::run(edge);
    Ended { code, stdout: stdout.text(), stderr: stderr.text() }
}

fn run(arguments: &[&str]) -> Ended {
    pipe(arguments, "")
}

#[test]
fn a_term_says_when_it_ends_and_why() {
    let ended = run(&["term", "10-10-2026", "6w", "--suspend", "2026-10-20 t/m 2026-10-25"]).is(exit::DONE);
    assert_eq!(ended.stderr, "");
    assert_eq!(
        ended.stdout,
        "Eindigt op vr 27-11-2026.\n\
         Stond 6 dagen stil, loopt weer vanaf ma 26-10-2026. Veilig eind: ma 23-11-2026.\n\
         \n  De dag zelf, za 10-10-2026, telt niet mee: de termijn begint op zo 11-10-2026.\n  \
         Daarna 6 weken geteld: za 21-11-2026.\n  \
         Stilstand van di 20-10-2026 t/m zo 25-10-2026: 6 dagen. De telling loopt weer vanaf ma 26-10-2026 en eindigt dan op vr 27-11-2026.\n  \
         De laatste dag is vr 27-11-2026; te laat vanaf za 28-11-2026.\n  \
         Zonder stilstand is de laatste dag ma 23-11-2026 (veilig eind).\n"
    );
    let english = run(&["term", "2026-06-12", "--rule", "vw-69", "--lang", "en"]).is(exit::DONE).stdout;
    for part in ["Ends on Fri 10-07-2026.", "Note: Not certain: a lawyer has still to confirm Vw 2000 69.", "objection or appeal"]
    {
        assert!(english.contains(part), "{part}: {english}");
    }
    let agreed = run(&["term", "2026-12-12", "2w", "--basis", "agreed"]).is(exit::DONE).stdout;
    assert!(agreed.starts_with("Eindigt op za 26-12-2026."), "{agreed}");
}

#[test]
fn programs_get_the_dates_and_the_steps_in_both_languages() {
    let answer = run(&["term", "2026-11-02", "6w", "--suspend", "2026-11-16..2026-11-27", "--json"]).is(exit::DONE).json();
    let named = |name: &str| answer[name].as_str().unwrap_or_default().to_owned();
    assert_eq!(["nominal_end", "end", "safe_end"].map(named), ["2026-12-25", "2026-12-28", "2026-12-14"]);
    assert_eq!((answer["provisional"].as_bool(), answer["days_stood_still"].as_u64()), (Some(false), Some(11)));
    assert_eq!(answer["runs_again_on"], "2026-11-27");
    let codes: Vec<&str> = answer["steps"].as_array().unwrap().iter().map(|step| step["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["begins", "counted", "stood-still", "atw-1", "ends", "safe-end"]);
    assert!(answer["steps"][3]["nl"].as_str().unwrap().contains("eerste kerstdag"));
    assert!(answer["steps"][3]["en"].as_str().unwrap().contains("Christmas Day"));
}

#[test]
fn absurd_questions_are_clear_errors() {
    for (arguments, part) in [
        (vec!["30-02-2026", "6w"], "\"30-02-2026\" is geen dag van de kalender"),
        (vec!["10000-01-01", "6w"], "het jaar ligt tussen 1900 en 9999"),
        (vec!["2026-10-10", "-6w"], "\"-6w\" is geen lengte"),
        (vec!["2026-10-10", "0w"], "ten minste één dag"),
        (vec!["2026-10-10", "10000w"], "hoogstens 9999"),
        (vec!["2026-10-10", "9999y"], "na het jaar 9999"),
        (vec!["2026-10-10", "6w", "--suspend", "2026-10-12..2026-10-11"], "eindigt voor zij begint"),
        (vec!["2026-10-10", "6w", "--suspend", "volgende week"], "\"volgende week\" is geen opschorting"),
        (vec!["2026-10-10", "3wd", "--suspend", "2026-10-12..2026-10-13"], "werkdagen kan niet worden opgeschort"),
        (vec!["2026-10-10", "8w", "--rule", "awb-6-7"], "Awb 6:7 geeft 6 weken, niet 8 weken."),
        (vec!["2026-10-10", "--rule", "awb-6-16"], "geeft zelf geen termijn"),
        (vec!["2026-10-10", "--rule", "wettelijk"], "Hoe lang is de termijn?"),
        (vec!["2026-06-11", "--rule", "vw-69-week"], "gold niet op do 11-06-2026"),
        (vec!["2026-10-10", "--rule", "awb-6-8"], "awb-6-7"),
        (vec!["2026-10-10", "6w", "--rule", "awb-6-7", "--basis", "agreed"], "kunnen niet samen"),
        (vec!["2026-10-10"], "loket term 2026-10-10 --rule awb-6-7 (bezwaar)"),
        (vec![], "AANLEIDING"),
    ] {
        let all: Vec<&str> = std::iter::once("term").chain(arguments.iter().copied()).collect();
        let ended = run(&all).is(exit::USAGE);
        assert!(ended.stdout.is_empty() && ended.stderr.contains(part), "{arguments:?}: {}", ended.stderr);
    }
    run(&["holidays", "10000"]).is(exit::USAGE);
}

#[test]
fn the_worked_cases_have_no_difference_and_wrong_ones_are_all_found() {
    let right = run(&["term", "--check", CASES]).is(exit::DONE);
    assert_eq!(
        (right.stdout.as_str(), right.stderr.as_str()),
        ("", "31 rijen gecontroleerd: 0 met een fout einde, 0 niet te lezen.\n")
    );
    let json = run(&["term", "--check", CASES, "--json"]).is(exit::DONE).json();
    assert_eq!((json["checked"].as_u64(), json["items"].as_array().map(Vec::len)), (Some(31), Some(0)));

    // Every row one day too late, then one at a time.
    let source = std::fs::read_to_string(CASES).unwrap();
    let later = |line: &str| {
        let mut fields: Vec<String> = line.splitn(8, ',').map(str::to_owned).collect();
        let end: chrono::NaiveDate = fields[5].parse().unwrap();
        fields[5] = end.succ_opt().unwrap().to_string();
        fields.join(",")
    };
    let lines: Vec<&str> = source.lines().collect();
    let all: Vec<String> =
        lines.iter().enumerate().map(|(at, line)| if at == 0 { (*line).to_owned() } else { later(line) }).collect();
    let folder = tempfile::tempdir().unwrap();
    let wrong = file(&folder, "wrong.csv", &all.join("\n"));
    let found = run(&["term", "--check", &wrong, "--json"]).is(exit::NOTHING).json();
    let items = found["items"].as_array().unwrap();
    assert_eq!(items.len(), 31);
    for (item, line) in items.iter().zip(&lines[1..]) {
        let fields: Vec<&str> = line.splitn(8, ',').collect();
        assert_eq!(item["end"], fields[5], "{line}");
        assert_eq!(item["given"].as_str().unwrap(), later(line).split(',').nth(5).unwrap());
        assert!(item["steps"].as_array().unwrap().len() >= 3, "{line}");
    }
    let mut one: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    one[4] = later(lines[4]);
    let told = pipe(&["term", "--check", "-"], &one.join("\n")).is(exit::NOTHING);
    assert!(told.stdout.starts_with("Regel 5: het einde is niet wo 08-04-2026 maar di 07-04-2026.\n"), "{}", told.stdout);
    assert!(told.stdout.contains("Goede Vrijdag") && told.stderr.contains("31 rijen gecontroleerd: 1 met"), "{}", told.stdout);
}

#[test]
fn a_spreadsheet_in_dutch_is_checked_and_what_cannot_be_read_is_named() {
    let dutch = "zaak;aanvang;termijn;grondslag;opschortingen;einde\r\n\
                 1;10-10-2026;6w;wettelijk;;23-11-2026\r\n\
                 2;10-10-2026;6w;wettelijk;\"20-10-2026 t/m 25-10-2026; 21-10-2026 t/m 22-10-2026\";27-11-2026\r\n";
    pipe(&["term", "--check", "-"], dutch).is(exit::DONE);
    let broken = format!("{dutch}3;30-02-2026;6w;wettelijk;;23-11-2026\r\n4;10-10-2026;9999y;wettelijk;;23-11-2026\r\n");
    let told = pipe(&["term", "--check", "-"], &broken).is(exit::INPUT);
    assert!(told.stderr.contains("Regel 4, kolom aanvang: \"30-02-2026\" is geen dag"), "{}", told.stderr);
    assert!(told.stderr.contains("Regel 5: Het einde zou na het jaar 9999 liggen."), "{}", told.stderr);
    let json: Value = pipe(&["term", "--check", "-", "--json"], &broken).is(exit::INPUT).json();
    assert_eq!(json["refused"][1]["code"], "end-out-of-range");
    for (text, part) in [
        ("trigger,length,basis,end\n", "geen rij om te controleren"),
        ("trigger,length\n2026-10-10,6w\n", "Verplichte kolommen ontbreken"),
        ("", "bevat geen rijen"),
    ] {
        let told = pipe(&["term", "--check", "-"], text).is(exit::INPUT);
        assert!(told.stderr.contains(part), "{text:?}: {}", told.stderr);
    }
    run(&["term", "--check", "/bestaat/niet.csv"]).is(exit::INPUT);
}

#[test]
fn a_hostile_file_cannot_steer_the_terminal() {
    let text = "trigger,length,basis,end\n\u{1b}]52;c;AAAA\u{7},6w\u{9b}2J,statutory,2026-11-23\n";
    let told = pipe(&["term", "--check", "-"], text).is(exit::INPUT);
    let unsafe_left = |text: &str| text.chars().any(|c| c != '\n' && c.is_control());
    assert!(!unsafe_left(&told.stdout) && !unsafe_left(&told.stderr), "{:?}", told.stderr);
    let json = pipe(&["term", "--check", "-", "--json"], text).is(exit::INPUT);
    assert!(!unsafe_left(&json.stdout));
}

#[test]
fn the_holidays_of_a_year_are_listed() {
    let listed = run(&["holidays", "2026"]).is(exit::DONE);
    assert_eq!((listed.stdout.lines().count(), listed.stderr.as_str()), (12, ""));
    assert!(listed.stdout.contains("vr 15-05-2026  gelijkgesteld bij besluit"), "{}", listed.stdout);
    let later = run(&["holidays", "2029", "--json", "--lang", "en"]).is(exit::DONE).json();
    assert_eq!((later["provisional"].as_bool(), later["items"].as_array().map(Vec::len)), (Some(true), Some(9)));
    assert_eq!(later["items"][1]["en"], "Good Friday");
    assert!(run(&["holidays", "2029"]).is(exit::DONE).stderr.contains("Voorlopig"));
}
