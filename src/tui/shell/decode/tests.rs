//! What each terminal sends for each key, and what must not happen between keys.

use super::*;

fn decode(parts: &[&[u8]]) -> Vec<Event> {
    let mut decoder = Decoder::default();
    let mut events = Vec::new();
    for part in parts {
        decoder.feed(part, &mut events);
    }
    // Once for what is unfinished, once for what could still follow it.
    for _ in 0..2 {
        if decoder.patience().is_some() {
            decoder.give_up(&mut events);
        }
    }
    assert_eq!(decoder.patience(), None, "something is left after giving up");
    events
}

fn keys(text: &str) -> Vec<Event> {
    Key::sequence(text).unwrap().into_iter().map(Event::Key).collect()
}

#[test]
fn every_terminal_is_understood() {
    for (terminal, bytes, expected) in [
        ("xterm", "\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F", "Up Down Right Left Home End"),
        ("xterm, application keys", "\x1bOA\x1bOB\x1bOC\x1bOD\x1bOH\x1bOF", "Up Down Right Left Home End"),
        ("xterm", "\x1b[2~\x1b[3~\x1b[5~\x1b[6~", "Ins Del PgUp PgDn"),
        ("xterm", "\x1bOP\x1bOQ\x1bOR\x1bOS\x1b[15~\x1b[17~\x1b[18~\x1b[19~", "F1 F2 F3 F4 F5 F6 F7 F8"),
        ("xterm", "\x1b[20~\x1b[21~\x1b[23~\x1b[24~", "F9 F10 F11 F12"),
        ("xterm, modifiers", "\x1b[1;5A\x1b[1;2B\x1b[1;3C\x1b[1;2P\x1b[3;5~", "Ctrl+Up Shift+Down Alt+Right Shift+F1 Ctrl+Del"),
        ("xterm", "\x1b[Z\t\r\n\x7f\x08", "Shift+Tab Tab Enter Ctrl+J Backspace Backspace"),
        ("xterm, modifyOtherKeys", "\x1b[27;5;107~\x1b[27;5;104~", "Ctrl+K Backspace"),
        ("PuTTY", "\x1b[1~\x1b[4~\x1b[11~\x1b[12~\x1b[13~\x1b[14~", "Home End F1 F2 F3 F4"),
        ("PuTTY, keypad", "\x1bOp\x1bOy\x1bOM\x1bOn\x1bOl\x1bOk\x1bOm", "0 9 Enter . , + -"),
        ("PuTTY, rxvt Home and End", "\x1b[H\x1bOw", "Home End"),
        ("PuTTY, VT100+", "\x1bOP\x1bOS\x1bOT\x1bOX\x1bOZ\x1bO[", "F1 F4 F5 F9 F11 F12"),
        ("PuTTY, Alt and arrow", "\x1b\x1b[A\x1b\x1bOB", "Alt+Up Alt+Down"),
        ("Linux console", "\x1b[[A\x1b[[B\x1b[[C\x1b[[D\x1b[[E\x1b[17~", "F1 F2 F3 F4 F5 F6"),
        ("Linux console", "\x1b[1~\x1b[4~\x1b[25~\x1b[34~", "Home End F13 F20"),
        ("Linux console", "\t\x1b\t", "Tab Shift+Tab"),
        ("tmux", "\x1b[1~\x1b[4~\x1bOP\x1b[15~\x1b[1;2C", "Home End F1 F5 Shift+Right"),
        ("screen", "\x1b[1~\x1b[4~\x1b[3~\x1bOA", "Home End Del Up"),
        ("rxvt", "\x1b[7~\x1b[8~\x1bOa\x1b[a\x1b[3^\x1b[3@", "Home End Ctrl+Up Shift+Up Ctrl+Del Ctrl+Shift+Del"),
        ("Windows Terminal", "\x1b[A\x1bOP\x1b[15;5~\x1b[1;5H", "Up F1 Ctrl+F5 Ctrl+Home"),
        (
            "kitty",
            "\x1b[27u\x1b[107;5u\x1b[13;2u\x1b[57:89;1:1u\x1b[9;2u\x1b[1;2Z",
            "Esc Ctrl+K Shift+Enter 9 Shift+Tab Shift+Tab",
        ),
        ("any", "j J é € 𝄞 @", "j Space J Space é Space € Space 𝄞 Space @"),
        ("any", "\x01\x0b\x1a\x00\x1c", "Ctrl+A Ctrl+K Ctrl+Z Ctrl+Space Ctrl+\\"),
        ("any, Alt", "\x1bx\x1b\r\x1bé\x1b\x7f", "Alt+x Alt+Enter Alt+é Alt+Backspace"),
    ] {
        assert_eq!(decode(&[bytes.as_bytes()]), keys(expected), "{terminal} {bytes:?}");
        let single: Vec<&[u8]> = bytes.as_bytes().chunks(1).collect();
        assert_eq!(decode(&single), keys(expected), "{terminal} {bytes:?}, byte by byte");
    }
}

#[test]
fn reports_and_replies_are_swallowed() {
    for bytes in [
        "\x1b[?62;22c",
        "\x1b[>0;276;0c",
        "\x1b[12;40R",
        "\x1b[<0;12;7m",
        "\x1b[M !!",
        "\x1b]11;rgb:1c1c/1c1c/1c1c\x07",
        "\x1b]52;c;QUJD\x1b\\",
        "\x1bP>|tmux 3.4\x1b\\",
        "\x1b[?2026;2$y",
        "\x1b[65;30;97;1;0;1_",
        "\x1b[97;1:3u",
        "\x1b[201~",
        "\x1b[99~",
    ] {
        assert_eq!(decode(&[format!("{bytes}j").as_bytes()]), keys("j"), "{bytes:?}");
    }
    assert_eq!(decode(&[b"\x1b[I\x1b[O"]), [Event::Focus(true), Event::Focus(false)]);
}

#[test]
fn a_lone_escape_is_a_key_only_when_nothing_follows() {
    let mut decoder = Decoder::default();
    let mut events = Vec::new();
    decoder.feed(b"\x1b", &mut events);
    assert_eq!((events.len(), decoder.patience()), (0, Some(ESCAPE)));
    decoder.feed(b"[", &mut events);
    assert_eq!((events.len(), decoder.patience()), (0, Some(SEQUENCE)));
    decoder.feed(b"A", &mut events);
    assert_eq!((events, decoder.patience()), (keys("Up"), None));

    assert_eq!(decode(&[b"\x1b"]), keys("Esc"));
    assert_eq!(decode(&[b"\x1b\x1b"]), keys("Esc Esc"));
    assert_eq!(decode(&[b"\x1b["]), keys("Alt+["));
    assert_eq!(decode(&[b"\x1bO"]), keys("Alt+O"));
    assert_eq!(decode(&[b"\x1b]"]), keys("Alt+]"));
    assert_eq!(decode(&[b"\x1b[1;"]), []);
    assert_eq!(decode(&[b"\x1b[1;\x1b[Aj"]), keys("Up j"));
}

#[test]
fn the_late_rest_of_a_torn_key_or_paste_is_no_text() {
    let torn = |start: &[u8], rest: &[u8]| {
        let mut decoder = Decoder::default();
        let mut events = Vec::new();
        decoder.feed(start, &mut events);
        decoder.give_up(&mut events);
        decoder.feed(rest, &mut events);
        while decoder.patience().is_some() {
            decoder.give_up(&mut events);
        }
        events
    };
    assert_eq!(torn(b"\x1b", b"[A"), keys("Esc Up"));
    assert_eq!(torn(b"\x1b", b"[1;5C"), keys("Esc Ctrl+Right"));
    assert_eq!(torn(b"\x1b", b"[24~"), keys("Esc F12"));
    assert_eq!(torn(b"\x1b", b"OP"), keys("Esc F1"));
    assert_eq!(torn(b"\x1b[", b"B"), keys("Alt+[ Down"));
    assert_eq!(torn(b"\x1b[1", b"5~"), keys("F5"));
    assert_eq!(torn(b"\x1b", b"[200~q\rd\x1b[201~"), [keys("Esc"), vec![Event::Paste("q\nd".into())]].concat());
    assert_eq!(torn(b"\xc3", b"\xabn"), keys("ë n"));
    assert_eq!(torn(b"\xe2\x82", b"\xac"), keys("€"));
    // What fingers may do after Esc is left alone.
    for (typed, expected) in
        [("[", "Esc ["), ("q", "Esc q"), ("\r", "Esc Enter"), ("OK", "Esc O K"), ("é", "Esc é"), ("jj", "Esc j j")]
    {
        assert_eq!(torn(b"\x1b", typed.as_bytes()), keys(expected), "{typed}");
    }
    // Only right after, and only once.
    let mut decoder = Decoder::default();
    let mut events = Vec::new();
    decoder.feed(b"\x1b", &mut events);
    decoder.give_up(&mut events);
    assert_eq!(decoder.patience(), Some(LATE));
    decoder.give_up(&mut events);
    assert_eq!(decoder.patience(), None);
    decoder.feed(b"[A", &mut events);
    assert_eq!(events, keys("Esc [ A"));
}

#[test]
fn nonsense_never_stops_the_keys() {
    for bytes in [&b"\xff\xfej"[..], b"\xc3(", b"\xe2\x82j", b"\x80\x9b2Jj", b"\xc2\x9bj", b"\xed\xa0\x80j", b"\xf5\x80j"] {
        assert!(matches!(decode(&[bytes]).last(), Some(Event::Key(_))), "{bytes:?}");
    }
    let mut endless = b"\x1b]52;c;".to_vec();
    endless.resize(200_000, b'A');
    endless.extend_from_slice(b"\x1b[A");
    assert_eq!(decode(&[&endless]).last(), keys("Up").last());
}

#[test]
fn pasted_text_is_text() {
    let paste = |text: &str| Event::Paste(text.to_owned());
    assert_eq!(decode(&[b"\x1b[200~q\r\nd\x1b[A\x1b[201~j"]), [vec![paste("q\nd\x1b[A")], keys("j")].concat());
    assert_eq!(decode(&[b"\x1b[200~abc", b"def\x1b[20", b"1~j"]), [vec![paste("abcdef")], keys("j")].concat());
    assert_eq!(decode(&[b"\x1b[200~\x1b[201~"]), []);
}

#[test]
fn a_paste_without_end_does_not_take_the_keyboard() {
    let mut decoder = Decoder::default();
    let mut events = Vec::new();
    decoder.feed(b"\x1b[200~half", &mut events);
    assert_eq!(decoder.patience(), Some(PASTE));
    decoder.give_up(&mut events);
    assert_eq!(events, [Event::Paste("half".into())]);
    // The rest, late: text, though short, and its end.
    events.clear();
    decoder.feed(b"dq\r", &mut events);
    decoder.give_up(&mut events);
    decoder.feed(b"\x1b[201~", &mut events);
    decoder.feed(b"dj", &mut events);
    assert_eq!(events, [vec![Event::Paste("dq\n".into())], keys("d j")].concat());
    // Without an end, one key pressed by a person makes keys of keys again.
    decoder.feed(b"\x1b[200~x", &mut events);
    decoder.give_up(&mut events);
    events.clear();
    decoder.feed(b"d", &mut events);
    decoder.feed(b"jj", &mut events);
    assert_eq!(events, keys("d j j"));
}

#[test]
fn a_huge_paste_is_cut_and_still_ends() {
    let mut decoder = Decoder::default();
    let mut events = Vec::new();
    decoder.feed(b"\x1b[200~", &mut events);
    for _ in 0..300 {
        decoder.feed(&[b'x'; 8192], &mut events);
    }
    decoder.feed(b"\x1b[201~j", &mut events);
    let [Event::Paste(text), Event::Key(_)] = &*events else { panic!("{} events", events.len()) };
    assert_eq!(text.len(), PASTE_MOST);
}

#[test]
fn what_comes_too_fast_to_be_typed_is_text() {
    let text = "Beste collega,\rdit is te snel getypt";
    let whole = [Event::Paste(text.replace('\r', "\n"))];
    assert_eq!(decode(&[text.as_bytes()]), whole);
    let (a, b) = text.split_at(20);
    assert_eq!(decode(&[a.as_bytes(), b.as_bytes()]), whole);
    assert_eq!(decode(&[format!("{text}\x1b[A").as_bytes()]), [whole.to_vec(), keys("Up")].concat());
    // A key held down, and a short word.
    assert_eq!(decode(&[&[b'j'; 200]]).len(), 200);
    assert_eq!(decode(&[b"/leeuwarden\r"]).len(), 12);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig {
        failure_persistence: None,
        ..proptest::prelude::ProptestConfig::with_cases(256)
    })]

    /// Whatever comes, in whatever pieces: no panic, an end, and the next key arrives.
    #[test]
    fn any_bytes_leave_the_keyboard_alive(
        parts in proptest::collection::vec(
            proptest::collection::vec(proptest::sample::select(b"\x1b[O~;0129MP]\\\x07\r<?$ujA\xc3\xa9\xff\x9b".to_vec()), 0..9),
            0..9,
        ),
    ) {
        let mut decoder = Decoder::default();
        let mut events = Vec::new();
        for part in &parts {
            decoder.feed(part, &mut events);
        }
        decoder.give_up(&mut events);
        decoder.give_up(&mut events);
        proptest::prop_assert_eq!(decoder.patience(), None);
        decoder.feed(b"\x1b[201~", &mut events);
        decoder.feed(b"k", &mut events);
        proptest::prop_assert_eq!(events.last(), Some(&Event::Key(Key::char('k'))));
    }
}

#[test]
fn the_mouse_is_a_press_and_the_wheel_and_nothing_else() {
    let at = |gesture| vec![Event::Mouse(gesture, 9, 4)];
    for (bytes, expected) in [
        ("\x1b[<0;10;5M", at(Gesture::Press)),
        ("\x1b[<16;10;5M", at(Gesture::Press)),
        ("\x1b[<64;10;5M", at(Gesture::WheelUp)),
        ("\x1b[<65;10;5M", at(Gesture::WheelDown)),
        ("\x1b[<0;10;5m", vec![]),
        ("\x1b[<2;10;5M", vec![]),
        ("\x1b[<32;10;5M", vec![]),
        ("\x1b[<0;0;5M", vec![]),
        ("\x1b[<0;10M", vec![]),
        ("\x1b[M   ", vec![]),
        ("\x1b[I\x1b[O", vec![Event::Focus(true), Event::Focus(false)]),
    ] {
        assert_eq!(decode(&[bytes.as_bytes()]), expected, "{bytes:?}");
        let single: Vec<&[u8]> = bytes.as_bytes().chunks(1).collect();
        assert_eq!(decode(&single), expected, "{bytes:?}, byte by byte");
    }
}
