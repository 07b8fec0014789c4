//! Scenarios about residence and identity. Data only.

use super::{PLAIN, Ruling, Scenario};
use crate::domain::signal::{LifeDomain::*, Urgency};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        titles: &[
            "Verblijfsdocument kwijt, uitkering stopt",
            "Verlenging verblijf vastgelopen op adres",
            "IND vraagt adres dat de opvang niet geeft",
        ],
        domains: &[ResidenceAndIdentity, Finances, Housing],
        bodies: &[
            ("IND", "Vraagt een adres waarop mevrouw is ingeschreven."),
            ("COA", "Schrijft alleen bewoners van de eigen locaties in."),
        ],
        threat: Some("uitkering stopt"),
        urgency: Urgency::High,
        reason: "Zonder document stopt de uitkering.",
        account: &[
            "Mevrouw kan haar verblijfsdocument niet verlengen omdat de IND een adres vraagt.",
            "Door haar verblijf in de noodopvang heeft zij dat adres al {weken} weken niet.",
            "Zonder document stopt de uitkering en kan zij geen woning huren.",
            "Het recht op verblijf zelf staat niet ter discussie.",
        ],
        stalemate: "Voor het document is een adres nodig en voor een adres het document.",
        tried: &[("Verklaring van de noodopvang gestuurd", "IND"), ("Gevraagd de uitkering door te betalen", "sociale dienst")],
        household_wants: "Een geldig document en inkomen.",
        professional_wants: "Afgifte op het adres van de gemeente of de opvang.",
        ..PLAIN
    },
    Scenario {
        titles: &["Gezinshereniging rond, geen passende woning", "Nareizend gezin komt aan, opvang eindigt"],
        domains: &[ResidenceAndIdentity, Housing, Children],
        bodies: &[
            ("COA", "Opvang eindigt zodra een woning is aangeboden."),
            ("IND", "Heeft de komst van het gezin toegestaan."),
            ("GM", "Heeft alleen een kamer voor één persoon beschikbaar."),
        ],
        threat: Some("opvang eindigt"),
        urgency: Urgency::High,
        reason: "Het gezin met kinderen staat binnenkort op straat.",
        account: &[
            "Het gezin met {kinderen} reist binnenkort na, de toestemming is er.",
            "Meneer heeft een kamer geaccepteerd waarin geen plaats is voor een gezin.",
            "Het COA neemt nareizigers op deze locatie niet op en de gemeente heeft geen grotere woning.",
            "De toestemming verloopt over {weken} weken.",
        ],
        stalemate: "Wie een kamer accepteert verliest de opvang, en wie weigert verliest de woning.",
        tried: &[("Tijdelijke plek voor het gezin gevraagd", "COA"), ("Grotere woning gevraagd", "woningcorporatie")],
        household_wants: "Samen wonen.",
        professional_wants: "Tijdelijke opvang voor het hele gezin tot er een woning is.",
        ..PLAIN
    },
    Scenario {
        titles: &["Inburgeringsboete tijdens ziekenhuisopname", "Boete inburgering, ontheffing te laat gevraagd"],
        domains: &[ResidenceAndIdentity, PhysicalHealth, Debts],
        bodies: &[("DUO", "De ontheffing is te laat aangevraagd."), ("SZW", "Laat de uitvoering aan DUO.")],
        ruling: Some(Ruling { body: "DUO", kind: "boete inburgering", prefix: "WI" }),
        euros: (340, 1_250),
        urgency: Urgency::Normal,
        reason: "De lening wordt bij een boete niet kwijtgescholden.",
        account: &[
            "Mevrouw kreeg een boete van {bedrag} omdat zij niet op tijd was ingeburgerd.",
            "Zij lag {weken} weken in het ziekenhuis; de ontheffing is afgewezen omdat het formulier te laat was.",
            "De taalschool bevestigt dat zij daarvoor altijd aanwezig was.",
            "Ook de lening wordt nu niet kwijtgescholden.",
        ],
        stalemate: "De reden is erkend, maar het formulier kwam na de termijn.",
        tried: &[("Medische verklaring gestuurd", "DUO"), ("Verklaring van aanwezigheid opgevraagd", "taalschool")],
        household_wants: "Inburgeren zonder boete.",
        professional_wants: "Verlenging met de duur van de opname en intrekking van de boete.",
        ..PLAIN
    },
    Scenario {
        titles: &["Kind zonder geboorteakte krijgt geen inschrijving", "Geen akte, geen inschrijving, geen kinderbijslag"],
        domains: &[ResidenceAndIdentity, Children, Finances],
        bodies: &[
            ("RvIG", "Vraagt een akte uit het land van geboorte."),
            ("SVB", "Betaalt geen kinderbijslag zonder inschrijving."),
            ("IND", "Twijfelt niet aan de verwantschap."),
        ],
        ruling: Some(Ruling { body: "SVB", kind: "afwijzing kinderbijslag", prefix: "AKW" }),
        euros: (600, 2_700),
        urgency: Urgency::Normal,
        reason: "Het gezin mist kinderbijslag en het kind kan niet naar de opvang.",
        account: &[
            "Het kind is onderweg geboren en heeft geen geboorteakte.",
            "Zonder akte volgt geen inschrijving, en zonder inschrijving geen kinderbijslag en geen verzekering.",
            "De IND heeft de verwantschap met een onderzoek vastgesteld.",
            "De procedure bij de rechtbank voor een vervangende akte duurt {maanden} maanden.",
        ],
        stalemate: "De ene instantie erkent de verwantschap, de andere mag daar niet op afgaan.",
        tried: &[("Besluit over de verwantschap gestuurd", "burgerzaken"), ("Vervangende akte aangevraagd", "rechtbank")],
        household_wants: "Dat het kind meetelt.",
        professional_wants: "Inschrijving op grond van het onderzoek van de IND.",
        ..PLAIN
    },
    Scenario {
        titles: &["Opvang eindigt tijdens medische behandeling", "Vertrek aangezegd, operatie staat gepland"],
        domains: &[ResidenceAndIdentity, PhysicalHealth, Housing],
        bodies: &[
            ("DTenV", "Bereidt het vertrek voor."),
            ("IND", "Heeft nog niet beslist op het verzoek om uitstel."),
            ("COA", "Beëindigt de opvang op de dag van vertrek."),
        ],
        ruling: Some(Ruling { body: "IND", kind: "afwijzing uitstel van vertrek", prefix: "UV" }),
        threat: Some("opvang eindigt"),
        urgency: Urgency::High,
        reason: "Een geplande operatie gaat niet door zonder verblijfplaats.",
        account: &[
            "Meneer wacht al {maanden} maanden op een operatie, waarvan de datum nu vaststaat.",
            "De opvang eindigt vóór die datum, omdat het verzoek om uitstel van vertrek is afgewezen.",
            "Het ziekenhuis opereert niet als er daarna geen plek is om te herstellen.",
            "De arts heeft nieuwe stukken gestuurd, waarop nog niet is gereageerd.",
        ],
        stalemate: "Zonder opvang geen operatie, en voor een operatie alleen geen uitstel.",
        tried: &[("Nieuwe medische stukken gestuurd", "IND"), ("Verlenging van de opvang gevraagd", "COA")],
        household_wants: "De operatie ondergaan en daarvan herstellen.",
        professional_wants: "Opvang tot na het herstel, los van het vertrek.",
        ..PLAIN
    },
    Scenario {
        titles: &["Verblijf na aangifte loopt af, opvang ook", "Slachtoffer zonder document verliest opvang"],
        domains: &[ResidenceAndIdentity, Justice, MentalHealth],
        bodies: &[
            ("IND", "Het tijdelijk verblijf is gekoppeld aan de strafzaak."),
            ("JenV", "Verwijst voor een afzonderlijk geval naar de IND."),
        ],
        ruling: Some(Ruling { body: "IND", kind: "intrekking tijdelijk verblijf", prefix: "VB" }),
        threat: Some("opvang eindigt"),
        urgency: Urgency::Normal,
        reason: "Zonder opvang komt mevrouw weer bij de daders uit.",
        account: &[
            "Mevrouw deed aangifte en kreeg daarom tijdelijk verblijf.",
            "De strafzaak is {weken} weken geleden geseponeerd en het verblijf wordt ingetrokken.",
            "De opvang is gekoppeld aan het verblijf en eindigt dezelfde maand.",
            "Een nieuwe aanvraag op humanitaire gronden is in voorbereiding.",
        ],
        stalemate: "De bescherming hangt aan een strafzaak waarover mevrouw niets te zeggen heeft.",
        tried: &[("Verlenging van de opvang gevraagd", "opvanglocatie"), ("Nieuwe aanvraag besproken", "advocaat")],
        household_wants: "Veilig blijven.",
        professional_wants: "Opvang tot op de nieuwe aanvraag is beslist.",
        ..PLAIN
    },
];
