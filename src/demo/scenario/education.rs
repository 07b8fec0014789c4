//! Scenarios about education, student debt and driving licences. Data only.

use super::{PLAIN, Ruling, Scenario};
use crate::domain::signal::{LifeDomain::*, Urgency};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        titles: &["Studieschuld blokkeert schuldregeling", "DUO stemt niet in, andere schuldeisers wel"],
        domains: &[Debts, Education, Finances],
        bodies: &[("DUO", "Stemt niet in met een minnelijke regeling.")],
        ruling: Some(Ruling { body: "DUO", kind: "weigering minnelijke regeling", prefix: "LB" }),
        euros: (4_500, 31_000),
        urgency: Urgency::Normal,
        reason: "De andere schuldeisers trekken zich terug als het langer duurt.",
        account: &[
            "DUO stemt niet in met de minnelijke regeling; {aantal} andere schuldeisers wel.",
            "Het budgetbeheer loopt al {maanden} maanden en er zijn geen nieuwe schulden.",
            "De achterstand bij DUO is {bedrag}.",
            "Zonder instemming moet de rechter beslissen en dat duurt te lang.",
        ],
        stalemate: "Eén schuldeiser houdt de regeling tegen waarmee alle andere het eens zijn.",
        tried: &[("Voorstel toegelicht", "DUO"), ("Aangepast voorstel gestuurd", "DUO")],
        household_wants: "Schuldenvrij worden.",
        professional_wants: "Instemming, of een pauze in de inning tijdens de regeling.",
        ..PLAIN
    },
    Scenario {
        titles: &["Studiefinanciering weg door uitschrijving BRP", "DUO vordert uitwonendenbeurs terug na ruzie thuis"],
        domains: &[Education, ResidenceAndIdentity, Finances],
        bodies: &[
            ("DUO", "Vordert terug omdat de inschrijving ontbrak."),
            ("RvIG", "Verwijst naar de gemeente van de laatste inschrijving."),
        ],
        ruling: Some(Ruling { body: "DUO", kind: "terugvordering uitwonendenbeurs", prefix: "UWB" }),
        euros: (900, 4_900),
        urgency: Urgency::Normal,
        reason: "De student dreigt te stoppen met de opleiding.",
        account: &[
            "Na ruzie thuis is de student uitgeschreven als vertrokken onbekend waarheen.",
            "DUO vordert {bedrag} aan uitwonendenbeurs terug over {maanden} maanden.",
            "Verhuurders van kamers staan inschrijving niet toe.",
            "De mentor van de opleiding is bezorgd over uitval.",
        ],
        stalemate: "De student woont niet meer thuis, maar kan dat zonder inschrijving niet bewijzen.",
        tried: &[("Verklaring van de mentor gestuurd", "DUO"), ("Briefadres aangevraagd", "burgerzaken")],
        household_wants: "De opleiding afmaken.",
        professional_wants: "Bewijs van feitelijk wonen accepteren en de terugvordering stoppen.",
        ..PLAIN
    },
    Scenario {
        titles: &["DUO rekent met oud inkomen, termijn te hoog", "Aflossing studieschuld past niet bij inkomen"],
        domains: &[Education, Finances, Debts],
        bodies: &[
            ("DUO", "Rekent met het inkomen van twee jaar geleden."),
            ("BD", "Kan het inkomen van dit jaar nog niet vaststellen."),
        ],
        ruling: Some(Ruling { body: "DUO", kind: "vaststelling termijnbedrag", prefix: "TB" }),
        euros: (700, 3_100),
        urgency: Urgency::Low,
        reason: "De aflossing wordt elke maand van de rekening afgeschreven.",
        account: &[
            "Het inkomen is {maanden} maanden geleden gehalveerd door ziekte.",
            "DUO rekent met het inkomen van twee jaar geleden en schrijft {inhouding} per maand af.",
            "Verlegging van het peiljaar is afgewezen omdat de aangifte nog niet is verwerkt.",
        ],
        stalemate: "DUO wacht op de Belastingdienst en de aangifte kan pas na afloop van het jaar.",
        tried: &[("Peiljaarverlegging aangevraagd", "DUO"), ("Loonstroken gestuurd", "DUO")],
        household_wants: "Aflossen naar wat er nu binnenkomt.",
        professional_wants: "Een voorlopige verlaging op basis van loonstroken.",
        ..PLAIN
    },
    Scenario {
        titles: &["Leerling thuis, geen school biedt een plek", "Kind zit thuis: onderwijs of zorg, wie betaalt"],
        domains: &[Children, DayActivities, MentalHealth],
        bodies: &[
            ("OCW", "Verwijst naar het samenwerkingsverband."),
            ("VWS", "Ziet begeleiding in de klas als onderwijs."),
            ("GM", "Betaalt geen begeleiding onder schooltijd."),
        ],
        urgency: Urgency::Normal,
        reason: "Het kind gaat al te lang niet naar school.",
        account: &[
            "De leerling zit al {maanden} maanden thuis omdat geen school de begeleiding kan betalen.",
            "Onderwijs noemt het zorg en zorg noemt het onderwijs.",
            "Een ouder heeft het werk opgezegd om thuis te kunnen zijn.",
            "Er is een kleine school die het kind wil opnemen als de begeleiding is geregeld.",
        ],
        stalemate: "Er is een school en er is een begeleider, maar geen geldstroom die beide toestaat.",
        tried: &[
            ("Overleg met school en leerplicht gehouden", "leerplichtambtenaar"),
            ("Gezamenlijke betaling voorgesteld", "samenwerkingsverband"),
        ],
        household_wants: "Dat het kind weer naar school gaat.",
        professional_wants: "Begeleiding uit twee potjes, met één verantwoordelijke.",
        ..PLAIN
    },
    Scenario {
        titles: &["Rijbewijs ongeldig, baan als chauffeur weg", "CBR wacht op keuring, ontslag dreigt"],
        domains: &[Work, PhysicalHealth, Finances],
        bodies: &[
            ("CBR", "Beslist pas na een keuring; de wachttijd is lang."),
            ("UWV", "Ziet een ontslag door verlies van het rijbewijs als eigen risico."),
        ],
        ruling: Some(Ruling { body: "CBR", kind: "ongeldigverklaring rijbewijs", prefix: "RBW" }),
        euros: (300, 900),
        threat: Some("ontslag"),
        urgency: Urgency::Normal,
        reason: "De werkgever wacht nog tot het eind van de maand.",
        account: &[
            "Meneer is chauffeur en hersteld van een aandoening; de specialist verklaart hem geschikt.",
            "Het CBR wil een eigen keuring, waarvoor de wachttijd {maanden} maanden is.",
            "De werkgever kan hem zonder rijbewijs niet inzetten.",
            "Bij ontslag dreigt ook korting op de uitkering.",
        ],
        stalemate: "De specialist zegt ja, maar alleen de keuring telt en die is er niet.",
        tried: &[("Spoedkeuring gevraagd", "CBR"), ("Ander werk besproken", "werkgever")],
        household_wants: "Weer aan het werk.",
        professional_wants: "Keuring met voorrang of een tijdelijke verklaring.",
        ..PLAIN
    },
];
