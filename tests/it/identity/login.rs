//! `loket login` and `loket logout` at a real provider.

use std::{
    io::{BufRead, BufReader},
    os::unix::fs::PermissionsExt,
    process::Stdio,
};

use loket::api::{path, problem::exit};
use serde_json::Value;

use crate::support::{
    http::Caller,
    program::{Serving, loket, run, said},
    provider::Provider,
    seat::Seat,
};

/// Runs `loket login`, does what its messages ask for, and gives the exit code with all it said.
async fn login(seat: &Seat, arguments: &[&str], act: impl AsyncFn(&str) -> bool) -> (Option<i32>, String) {
    let mut command = loket(seat.home());
    // Nothing here opens a browser.
    command.env("PATH", seat.home()).arg("login").args(arguments).stderr(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.spawn().unwrap();
    let (told, mut heard) = tokio::sync::mpsc::unbounded_channel();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
    std::thread::spawn(move || lines.for_each(|line| drop(told.send(line))));
    let (mut all, mut acted) = (String::new(), false);
    while let Some(line) = heard.recv().await {
        all.push_str(&line);
        all.push('\n');
        acted = acted || act(line.trim()).await;
    }
    (child.wait().unwrap().code(), all)
}

fn file_of(seat: &Seat) -> Option<std::path::PathBuf> {
    let folders = std::fs::read_dir(seat.home().join("state/loket")).ok()?;
    folders.flatten().map(|entry| entry.path().join("sign-in")).find(|file| file.exists())
}

fn serving(provider: &Provider, home: &std::path::Path) -> Serving {
    let file = provider.file(home);
    let database = format!("sqlite:{}", home.join("loket.db").display());
    Serving::start_with(home, &database, &["--identity", file.to_str().unwrap()])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn by_a_browser_with_pkce_and_by_a_code_and_out_again() {
    let provider = Provider::start(120);
    let home = tempfile::tempdir().unwrap();
    let server = serving(&provider, home.path());
    let seat = Seat::signing_in(&server.address);
    let http = Caller::at(&server.address, "").http;
    let (code, all) = login(&seat, &[], async |line| {
        if !line.starts_with(&provider.issuer) {
            return false;
        }
        for part in ["code_challenge_method=S256", "redirect_uri=http%3A%2F%2F127.0.0.1%3A", "state="] {
            assert!(line.contains(part), "{part} in {line}");
        }
        let back = provider.browse(line, "desk#Anna").await;
        // Whoever guesses at the port ends nothing, and is told nothing.
        let (port, _) = back.split_once("/callback").unwrap();
        for wrong in ["/", "/callback", "/callback?code=x&state=x", "/callback?error=access_denied&state=x"] {
            let answer = http.get(format!("{port}{wrong}")).send().await.unwrap();
            assert_eq!(answer.status(), 404, "{wrong}");
        }
        let page = http.get(&back).send().await.unwrap().text().await.unwrap();
        assert!(page.contains("U bent aangemeld"), "{page}");
        true
    })
    .await;
    assert_eq!(code, Some(exit::DONE.into()), "{all}");
    assert!(all.contains("als Anna"), "{all}");
    let file = file_of(&seat).expect("a sign-in that is kept");
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&file), mode(file.parent().unwrap())), (0o600, 0o700));
    let kept: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    let access = kept["access"].as_str().unwrap().to_owned();
    let anna = Caller::at(&server.address, &access);
    assert_eq!(anna.get(path::ME).await.expect(200)["name"], "Anna");
    let listed = run(loket(seat.home()).args(["signal", "list", "--json"]));
    assert!(listed.status.code().is_some_and(|code| code <= 1), "{}", said(&listed));
    // Out: at the server, and here.
    let out = run(loket(seat.home()).arg("logout"));
    assert!(out.status.success(), "{}", said(&out));
    anna.get(path::ME).await.problem(loket::api::problem::Code::SessionEnded);
    assert!(file_of(&seat).is_none());
    let nobody = run(loket(seat.home()).args(["signal", "list"]));
    assert_eq!(nobody.status.code(), Some(exit::CONFIGURATION.into()), "{}", said(&nobody));
    assert!(said(&nobody).contains("loket login"), "{}", said(&nobody));
    // By a code.
    let (code, all) = login(&seat, &["--device"], async |line| {
        let is_code = line.len() == 9 && line.as_bytes()[4] == b'-';
        if is_code {
            provider.approve(line, "municipal@gm0344#Bas").await;
        }
        is_code
    })
    .await;
    assert_eq!(code, Some(exit::DONE.into()), "{all}");
    assert!(all.contains("als Bas") && all.contains("Voer nooit een code in"), "{all}");
    drop(server);
    // Without the server one signs out here.
    let out = run(loket(seat.home()).arg("sign-out"));
    assert!(out.status.success() && file_of(&seat).is_none(), "{}", said(&out));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_nothing_can_be_kept_or_a_token_is_set_nobody_is_sent_to_the_provider() {
    let provider = Provider::start(120);
    let home = tempfile::tempdir().unwrap();
    let server = serving(&provider, home.path());
    let seat = Seat::signing_in(&server.address);
    let never = async |line: &str| {
        assert!(!line.contains("/device") && !line.starts_with(&provider.issuer), "{line}");
        false
    };
    std::fs::write(seat.home().join("state"), "in the way").unwrap();
    let (code, all) = login(&seat, &["--device"], never).await;
    assert_eq!(code, Some(exit::CONFIGURATION.into()), "{all}");
    std::fs::remove_file(seat.home().join("state")).unwrap();
    let config = seat.home().join("config/loket/config.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    for setting in ["keep_sign_in = false", "token_file = \"/nowhere\""] {
        std::fs::write(&config, format!("{text}{setting}\n")).unwrap();
        let (code, all) = login(&seat, &[], never).await;
        assert_eq!(code, Some(exit::CONFIGURATION.into()), "{setting}: {all}");
    }
}
