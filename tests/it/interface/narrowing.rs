//! The filter line, facets, columns and orders of the queue.

use loket::{
    client::replica::SignalQuery,
    domain::{
        ids::MunicipalityCode,
        signal::{Status, Urgency},
        view::Column,
    },
    locale::{Language, Texts},
    tui::app::{
        Modal,
        panel::{About, Mark, PanelKind},
        signals::Sorting,
    },
};

use super::{Bench, row, rows};

pub fn numbers(bench: &Bench) -> Vec<String> {
    let signals = bench.state.replica.signals();
    bench.state.signals.rows.iter().map(|row| signals.get(*row).unwrap().number().short()).collect()
}

/// The lines of the window on top: value or column, and its mark.
fn lines(bench: &Bench) -> Vec<(String, Mark)> {
    let Some(Modal::Panel(panel)) = bench.state.modals.last() else { panic!("no window\n{}", bench.screen()) };
    let lines = bench.state.panel_lines(panel.kind);
    lines.into_iter().filter(|line| line.about != About::Heading).map(|line| (line.label, line.mark)).collect()
}

fn to_line(bench: &mut Bench, label: &str) {
    let at = lines(bench).iter().position(|(line, _)| line == label).unwrap_or_else(|| panic!("{label}\n{}", bench.screen()));
    for _ in 0..60 {
        bench.press("Up");
    }
    for _ in 0..at {
        bench.press("Down");
    }
}

/// One signal in Breda that waits, and the usual ones, which are in Utrecht.
pub fn with_breda() -> Bench {
    let mut all = rows();
    let mut breda = row(600, "Terugbetaling toeslag", Urgency::High, Some(40));
    (breda.municipality, breda.status) = (Some(MunicipalityCode(758)), Status::Waiting);
    all.push(breda);
    Bench::with((120, 40), &all)
}

#[test]
fn an_unknown_field_says_what_was_meant_and_tab_mends_it() {
    let mut bench = with_breda();
    bench.press("/").type_in("toeslag gemente:breda");
    assert!(bench.state.signals.rows.is_empty());
    let screen = bench.screen();
    assert!(screen.contains("loket kent het veld “gemente” niet. Bedoelt u “gemeente”? Tab verbetert het."), "{screen}");
    bench.press("Tab");
    assert_eq!(bench.state.signals.filter.text(), "toeslag gemeente:breda");
    assert_eq!(numbers(&bench), ["S-600"]);
    assert!(!bench.screen().contains("kent het veld"));
}

#[test]
fn a_value_that_cannot_be_is_told_with_what_is_like_it() {
    let mut bench = with_breda();
    for (typed, said, mended) in [
        ("gemeente:brda", "Er is geen gemeente “brda”. Bedoelt u “Breda”? Tab verbetert het.", "gemeente:Breda"),
        ("gemeente:bredaa", "Er is geen gemeente “bredaa”. Bedoelt u “Breda”?", "gemeente:Breda"),
        ("-status:wachtt", "Er is geen status “wachtt”. Bedoelt u “wacht”?", "-status:wacht"),
        ("urgentie:hog", "Er is geen urgentie “hog”. Bedoelt u “hoog”?", "urgentie:hoog"),
        ("instantie:cka", "Er is geen instantie “cka”. Bedoelt u “cak”?", "instantie:cak"),
        ("eigenaar:vrijj", "Er is geen behandelaar “vrijj”. Bedoelt u “vrij”?", "eigenaar:vrij"),
        (
            "urgentie:hoog vrij",
            "“vrij” zoekt zo in de tekst van het signaal. Bedoelt u “eigenaar:vrij”?",
            "urgentie:hoog eigenaar:vrij",
        ),
        ("termijn:ooit", "“ooit” is geen dag.", "termijn:ooit"),
        ("nummer:x", "“x” is geen nummer.", "nummer:x"),
    ] {
        bench.press("/ Ctrl+U").type_in(typed);
        assert!(bench.screen().contains(said), "{typed}\n{}", bench.screen());
        bench.press("Tab");
        assert_eq!(bench.state.signals.filter.text(), mended);
        bench.press("Enter");
    }
    // What is half typed and can still be right is left in peace.
    for typed in ["gemeente:br", "status:", "status:wa", "termijn:<=7d", "eigenaar:ik", "nummer:S-600", "ontruiming"] {
        bench.press("/ Ctrl+U").type_in(typed);
        assert_eq!(bench.state.signals.advice, None, "{typed}");
        bench.press("Enter");
    }
}

#[test]
fn both_languages_and_leaving_out() {
    let mut bench = with_breda();
    for (typed, expected) in [
        ("municipality:breda", vec!["S-600"]),
        ("gemeente:breda,utrecht urgency:crisis", vec!["S-471", "S-502"]),
        ("datum:<=wo -urgentie:crisis", vec!["S-503"]),
        ("status:wacht", vec!["S-600"]),
        ("-gemeente:utrecht", vec!["S-600"]),
        ("owner:free termijn:geen", vec!["S-512"]),
        ("nummer:512,471", vec!["S-471", "S-512"]),
        ("body:cak -body:rvig", vec![]),
    ] {
        bench.press("/ Ctrl+U").type_in(typed);
        assert_eq!(numbers(&bench), expected, "{typed}");
        bench.press("Enter");
    }
}

#[test]
fn a_slip_in_a_word_finds_what_is_like_it_and_says_so() {
    let mut bench = with_breda();
    bench.press("/").type_in("ontruimng");
    assert_eq!(numbers(&bench), ["S-471"]);
    assert!(bench.screen().contains("Geen signaal heeft precies deze woorden. Dit lijkt erop."), "{}", bench.screen());
    bench.press("Backspace Backspace Backspace");
    assert!(!bench.screen().contains("lijkt erop"), "{}", bench.screen());
}

#[test]
fn facets_count_filter_at_once_and_stand_in_the_head() {
    let mut bench = with_breda();
    bench.press("f");
    let screen = bench.screen();
    assert!(screen.contains("Filterlijst: 7 signalen") && screen.contains("Gemeente"), "{screen}");
    to_line(&mut bench, "Breda");
    bench.press("Space");
    assert_eq!(bench.state.signals.filter.text(), "gemeente:Breda");
    assert_eq!(numbers(&bench), ["S-600"]);
    // The counts of the field itself say what another choice would add.
    let utrecht = bench.state.panel_lines(PanelKind::Facets).into_iter().find(|line| line.label == "Utrecht").unwrap();
    assert_eq!((utrecht.note.as_str(), utrecht.mark), ("6", Mark::Off));
    assert!(lines(&bench).contains(&("Breda".into(), Mark::On)));
    to_line(&mut bench, "Utrecht");
    bench.press("Space");
    assert_eq!(bench.state.signals.filter.text(), "gemeente:Breda,Utrecht");
    bench.press("Space");
    to_line(&mut bench, "hoog");
    bench.press("-");
    assert_eq!(bench.state.signals.filter.text(), "gemeente:Breda -urgentie:hoog");
    assert!(lines(&bench).contains(&("hoog".into(), Mark::Excluded)));
    assert!(bench.state.signals.rows.is_empty());
    bench.press("Space");
    assert_eq!(bench.state.signals.filter.text(), "gemeente:Breda urgentie:hoog");
    bench.press("Enter");
    let screen = bench.screen();
    assert!(screen.contains(" gemeente:Breda    urgentie:hoog "), "{screen}");
    // Opened anew and restored, it is as it was.
    bench.press("f Tab Space u");
    assert_eq!(bench.state.signals.filter.text(), "gemeente:Breda urgentie:hoog");
    // Home and End, as in any list.
    bench.press("f End");
    let at = |bench: &Bench| if let Some(Modal::Panel(panel)) = bench.state.modals.last() { panel.list.row } else { 0 };
    assert_eq!(at(&bench), bench.state.panel_lines(PanelKind::Facets).len() - 1);
    bench.press("Home");
    assert_eq!(at(&bench), 1, "the first line that is no heading");
    bench.press("Esc Esc Esc");
    assert_eq!(bench.state.signals.filter.text(), "");
}

#[test]
fn what_was_typed_is_seen_in_the_facets() {
    let mut bench = with_breda();
    bench.press("/").type_in("toeslag municipality:Breda -status:triage").press("Enter f");
    assert!(lines(&bench).contains(&("Breda".into(), Mark::On)), "{}", bench.screen());
    to_line(&mut bench, "Breda");
    bench.press("x");
    assert_eq!(bench.state.signals.filter.text(), "toeslag -status:triage");
    // What no signal has can be taken out too.
    bench.press("Esc / Ctrl+U").type_in("gemeente:breda,\"Den Haag\" urgentie:crisis").press("Enter f");
    to_line(&mut bench, "Den Haag");
    bench.press("Space");
    assert_eq!(bench.state.signals.filter.text(), "gemeente:breda urgentie:crisis");
    to_line(&mut bench, "crisis");
    bench.press("Space");
    assert_eq!(numbers(&bench), ["S-600"]);
}

#[test]
fn every_facet_finds_what_it_counts() {
    for (language, size) in [("nl", (120, 40)), ("en", (120, 40))] {
        let mut all = rows();
        for (number, status) in (700..).zip(Status::ALL) {
            let mut row = row(number, "Ander signaal", Urgency::Low, Some(i64::from(number) - 704));
            row.status = *status;
            all.push(row);
        }
        let mut bench = Bench::with(size, &all);
        bench.state.texts = std::sync::Arc::new(loket::locale::Texts::new(language.parse().unwrap()));
        // Closed ones too.
        bench.press("V a f");
        let Some(Modal::Panel(panel)) = bench.state.modals.last().cloned() else { panic!() };
        let lines = bench.state.panel_lines(panel.kind);
        let mut seen = 0;
        for line in lines.iter().filter(|line| line.about != About::Heading) {
            let Some(at) = bench.state.panel_lines(panel.kind).iter().position(|other| other.about == line.about) else {
                panic!("{language} {line:?} went")
            };
            bench.press("Home");
            while let Some(Modal::Panel(now)) = bench.state.modals.last() {
                match now.list.row.cmp(&at) {
                    std::cmp::Ordering::Less => bench.press("Down"),
                    std::cmp::Ordering::Greater => bench.press("Up"),
                    std::cmp::Ordering::Equal => break,
                };
            }
            bench.press("Space");
            assert_eq!(bench.state.signals.rows.len().to_string(), line.note, "{language} {}", bench.state.signals.filter.text());
            assert_eq!(bench.state.signals.advice, None, "{language} {}", bench.state.signals.filter.text());
            bench.press("Space");
            assert_eq!(bench.state.signals.filter.text(), "", "{language} {line:?}");
            seen += 1;
        }
        assert!(seen > 20, "{language} {seen}");
    }
}

#[test]
fn the_list_is_sorted_by_any_column_either_way_and_the_head_says_so() {
    let mut bench = with_breda();
    bench.press(", g");
    assert_eq!(bench.state.signals.sorting, Sorting { by: Column::Municipality, descending: false });
    assert_eq!(numbers(&bench).first().map(String::as_str), Some("S-600"));
    let screen = bench.screen();
    assert!(screen.contains("Gemeente ↑") && screen.contains("op gemeente"), "{screen}");
    bench.press(", g");
    assert_eq!(numbers(&bench).last().map(String::as_str), Some("S-600"));
    let screen = bench.screen();
    assert!(screen.contains("Gemeente ↓") && screen.contains("op gemeente, aflopend"), "{screen}");
    for (letter, first) in [("n", "S-471"), ("o", "S-505"), ("r", "S-600"), ("s", "S-471"), ("u", "S-471")] {
        bench.press(&format!(", {letter}"));
        // Equal ones are in order of number, the other way round when the order is.
        assert!(numbers(&bench).contains(&first.to_owned()), "{letter} {:?}", numbers(&bench));
    }
    bench.press(", d");
    assert_eq!(bench.state.signals.sorting, Sorting::default());
    assert!(bench.screen().contains("Vandaag en morgen"));
}

#[test]
fn columns_are_chosen_moved_and_put_back() {
    let mut bench = with_breda();
    bench.press("g k");
    to_line(&mut bench, "Status");
    bench.press("Space");
    assert!(bench.screen().contains("Status"), "{}", bench.screen());
    to_line(&mut bench, "Gemeente");
    bench.press("Space");
    bench.press("Enter");
    let screen = bench.screen();
    let head = screen.lines().find(|line| line.contains("Onderwerp")).unwrap();
    assert!(head.contains("Status") && !head.contains("Gemeente"), "{head}");
    assert!(screen.contains("ontvangen"), "{screen}");
    bench.press("g k");
    to_line(&mut bench, "Behandelaar");
    for _ in 0..9 {
        bench.press("Left");
    }
    bench.press("Enter");
    let screen = bench.screen();
    let head = screen.lines().find(|line| line.contains("Onderwerp")).unwrap();
    assert!(head.find("Bij") < head.find("Nummer"), "{head}");
    // What no list is without stays.
    bench.press("g k");
    to_line(&mut bench, "Onderwerp");
    let before = bench.state.signals.columns.clone();
    bench.press("Space");
    assert_eq!(bench.state.signals.columns, before);
    to_line(&mut bench, "Status");
    bench.press("Space u");
    assert_eq!(bench.state.signals.columns, before);
}

#[test]
fn hints_speak_the_language_of_the_screen_and_a_filter_understands_both() {
    for language in Language::ALL {
        let texts = Texts::new(*language);
        let mut words: Vec<String> = vec![];
        for status in Status::ALL {
            words.push(format!("status:{}", texts.get(&format!("filter-status-{status}"))));
        }
        for urgency in Urgency::ALL {
            words.push(format!("urgency:{}", texts.get(&format!("urgency-{urgency}"))));
        }
        for day in ["overdue", "today", "tomorrow", "week", "next-week", "later", "none"] {
            words.push(format!("termijn:{}", texts.get(&format!("filter-value-{day}"))));
        }
        for word in &words {
            assert!(SignalQuery::parse(word).faults().is_empty(), "{language}: {word}");
        }
        let mut bench = Bench::speaking((100, 30), *language);
        bench.arrive(&rows()).press("/").type_in("bestaatniet");
        let screen = bench.screen().replace('\n', " ");
        let (own, other) =
            if *language == Language::Dutch { ("-status:wacht.", "waiting") } else { ("-status:waiting.", "wacht.") };
        assert!(screen.contains(own) && !screen.contains(other), "{screen}");
    }
    for (one, other) in [("-status:wacht", "-status:waiting"), ("eigenaar:ik", "owner:me"), ("termijn:vandaag", "date:today")] {
        let shown = |filter: &str| {
            let mut bench = Bench::new((100, 30));
            bench.press("/").type_in(filter);
            bench.state.signals.rows.clone()
        };
        assert_eq!(shown(one), shown(other), "{one}");
    }
}

#[test]
fn the_order_is_told_in_words_where_its_column_is_not_shown() {
    let mut bench = Bench::new((80, 24));
    let told = |bench: &Bench| bench.screen().lines().find(|line| line.starts_with("  Open")).unwrap().to_owned();
    assert!(!told(&bench).contains("vroegste datum"), "{}", bench.screen());
    bench.press(", n");
    assert!(told(&bench).contains("nieuwste eerst"), "{}", bench.screen());
    bench.press(", o");
    assert!(!told(&bench).contains("op onderwerp"), "{}", bench.screen());
}

#[test]
fn the_window_of_columns_says_of_each_whether_it_is_seen_and_why_it_does_not_move() {
    let mut bench = Bench::new((80, 24));
    bench.keymap("office").press(", k Enter");
    let screen = bench.screen();
    let line = |name: &str| screen.lines().find(|line| line.contains(&format!("] {name}"))).unwrap_or_default().to_owned();
    assert!(screen.contains("Kolommen, van links naar rechts"), "{screen}");
    assert!(line("Gemeente").contains("aan, geen ruimte") && line("Behandelaar").contains("te zien"), "{screen}");
    assert!(line("Status").contains(" uit "), "{screen}");
    assert!(screen.contains("← naar links  → naar rechts"), "{screen}");
    bench.press("Down Space");
    assert_eq!(bench.message(), "Deze kolom staat er altijd; verplaatsen kan wel.");
    bench.press("End Right");
    assert_eq!(bench.message(), "Zet deze kolom eerst aan; dan kunt u haar verplaatsen.");
    let rows = |bench: &Bench| bench.state.panel_lines(PanelKind::Columns).into_iter().map(|line| line.label).collect::<Vec<_>>();
    let before = rows(&bench);
    bench.press("Space");
    assert_eq!(rows(&bench), before, "what is put on stays in its place");
    bench.press("Space Space Left");
    assert!(bench.screen().contains("Status"), "{}", bench.screen());
}

#[test]
fn what_is_closed_and_fits_the_filter_is_counted_and_how_to_see_it_is_said() {
    let mut all = rows();
    all[2].status = Status::Closed;
    all[3].status = Status::Closed;
    let mut bench = Bench::with((100, 30), &all);
    bench.press("/").type_in("o");
    assert!(bench.screen().contains("2 afgesloten signalen passen ook op dit filter: V, weergave “alle”."), "{}", bench.screen());
    bench.type_in("n").type_in("truiming");
    assert!(!bench.screen().contains("afgesloten"), "none of them: {}", bench.screen());
    bench.press("Esc").tell(loket::tui::app::message::Msg::Resize(80, 24));
    bench.press("/").type_in("o");
    assert!(bench.screen().contains(" + 2 afgesloten"), "in fewer words where there is no line for it: {}", bench.screen());
    bench.press("Esc V a /").type_in("o");
    assert!(!bench.screen().contains("passen ook"), "they are shown: {}", bench.screen());
}

#[test]
fn one_key_filters_on_every_list_also_while_a_filter_is_typed() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("F3").type_in("zorg").press("Ctrl+F");
    let Some(Modal::Panel(panel)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(panel.kind, PanelKind::Facets);
    bench.press("Esc Esc 4 Enter Ctrl+F");
    assert!(bench.screen().contains("Wat wilt u zien?"), "{}", bench.screen());
    bench.press("End Enter");
    assert!(bench.state.board.filtering, "{}", bench.screen());
    bench.press("Esc 2 Enter Ctrl+F");
    assert!(bench.state.agenda.filtering, "{}", bench.screen());
    assert_eq!(bench.message(), "Hier typt u waarop u filtert. Het venster met aantallen is er op 1.");
    // Another key of the list is not met with silence.
    bench.press("Esc 1 Enter F3").type_in("zorg").press("F2");
    assert!(bench.message().contains("“op mijn naam” hoort bij de lijst: Enter"), "{}", bench.message());
    assert!(bench.state.modals.is_empty());
}

#[test]
fn what_a_filter_finds_outside_the_view_is_told_where_nothing_is_found() {
    let mut all = rows();
    all[2].owner = Some(loket::domain::signal::Owner {
        account: super::me(),
        name: "M. Visser".into(),
        lease_until: super::now() + chrono::TimeDelta::minutes(15),
    });
    let mut bench = Bench::with((100, 30), &all);
    bench.press("V").type_in("v").press("/").type_in("zorgverzekering");
    let screen = bench.screen();
    assert!(numbers(&bench).is_empty() && screen.contains("1 signaal buiten deze weergave past ook op dit filter"), "{screen}");
}
