//! `ssh loket@host wie cak`: a key that may look somebody up, as the person it belongs to, and nothing else.

use std::{os::unix::fs::PermissionsExt, process::Output};

use loket::{domain::role::Role, server::tokens::DESK_ORGANISATION};

use super::{import_register, loket, run, said};
use crate::support::{seat::Seat, server::TestServer, ssh::Sshd};

/// Of the UWV, in the register of the samples.
const HOEKSTRA: &str = "+31 88 555 4993\n";

#[track_caller]
fn refused(output: &Output, word: &str) {
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(!output.status.success() && stdout.is_empty() && stderr.contains(word), "{}", said(output));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_that_may_look_somebody_up_and_nothing_else() {
    let server = TestServer::sqlite().await;
    let desk = server.desk();
    let seat = Seat::of(&desk);
    let reader = server.account(Role::RegisterReader, "A. Visser", DESK_ORGANISATION).await;
    tokio::task::block_in_place(|| {
        import_register(&seat);
        let home = seat.home();
        let token = home.join("visser");
        std::fs::write(&token, &reader.token).unwrap();
        std::fs::set_permissions(&token, PermissionsExt::from_mode(0o600)).unwrap();
        let options = format!(
            "restrict,command=\"env HOME={} {} --server {} forced --token-file {}\"",
            home.display(),
            env!("CARGO_BIN_EXE_loket"),
            reader.server,
            token.display()
        );
        let sshd = Sshd::start_for(home, &options);
        let ask = |remote: &[&str]| sshd.ask(home, &[], remote);

        let answer = ask(&["wie", "hoekstra uwv", "--field", "phone"]);
        assert_eq!(String::from_utf8_lossy(&answer.stdout), HOEKSTRA, "{} {}", said(&answer), sshd.log());
        let table = ask(&["loket", "wie", "hoekstra", "uwv"]);
        assert!(String::from_utf8_lossy(&table.stdout).contains("S. Hoekstra"), "{}", said(&table));
        let none = ask(&["wie", "zzzzqqq", "--lang", "en"]);
        assert_eq!(none.status.code(), Some(1), "{}", said(&none));

        // Nothing else: no shell reads it, no other command, no other server to send the token to, no file.
        for remote in
            [&["cat", "/etc/passwd"][..], &["signal", "list"], &[], &["loket", "--server", "http://127.0.0.1:9", "wie", "cak"]]
        {
            refused(&ask(remote), "wie cak");
        }
        for remote in [
            &["wie", "cak", "--server", "http://127.0.0.1:9"][..],
            &["wie", "cak", "--theme", "/etc/passwd"],
            &["wie", "cak", "--keymap", "vim"],
            &["wie", "cak", "--plain"],
            &["wie", "cak", "--read-only"],
        ] {
            refused(&ask(remote), "--field");
        }
        for remote in ["wie cak; id", "wie $(id)", "wie `id`", "wie cak | id", "wie cak\nid"] {
            let output = ask(&[remote]);
            assert!(!said(&output).contains("uid="), "{}", said(&output));
        }
        // Whose token it is and where it goes cannot be set from the other side.
        let variables = [("LOKET_SERVER", "http://127.0.0.1:9"), ("LOKET_TOKEN", "lkt_van_een_ander")];
        let answer = sshd.ask(home, &variables, &["wie", "hoekstra uwv", "--field", "phone"]);
        assert_eq!(String::from_utf8_lossy(&answer.stdout), HOEKSTRA, "{}", said(&answer));

        // No person, no answer.
        std::fs::set_permissions(&token, PermissionsExt::from_mode(0o644)).unwrap();
        refused(&ask(&["wie", "hoekstra"]), "visser");
        std::fs::remove_file(&token).unwrap();
        refused(&ask(&["wie", "hoekstra"]), "visser");
        let alone = run(loket(home).args(["forced", "--token-file", "/nergens"]).env("SSH_ORIGINAL_COMMAND", "wie cak"));
        refused(&alone, "/nergens");
    });
    server.stop().await;
}
