//! What the document says of most routes, once: the problems they answer with and the headers of a write.

use std::collections::BTreeMap;

use utoipa::{
    IntoParams, IntoResponses, PartialSchema, ToSchema,
    openapi::{
        KnownFormat, ObjectBuilder, Ref, RefOr, Required, SchemaFormat,
        content::ContentBuilder,
        path::{Parameter, ParameterBuilder, ParameterIn},
        response::{Response, ResponseBuilder},
        schema::Type,
    },
};

use crate::api::problem::{MEDIA_TYPE, Problem};

/// Whatever is wrong is told as a problem.
pub struct Problems;

impl IntoResponses for Problems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let problem = || {
            let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(Problem::name()))).build();
            ResponseBuilder::new().description("A problem").content(MEDIA_TYPE, content).build().into()
        };
        BTreeMap::from([("4XX".to_owned(), problem()), ("5XX".to_owned(), problem())])
    }
}

/// The key of a write.
pub struct IdempotencyKey;

impl IntoParams for IdempotencyKey {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let uuid = ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)));
        vec![header(crate::api::IDEMPOTENCY_KEY, "Made when the user presses save", uuid.build().into())]
    }
}

/// The version that a change was decided on.
pub struct IfMatch;

impl IntoParams for IfMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![header("If-Match", "The ETag of the version that was seen", String::schema())]
    }
}

fn header(name: &str, description: &str, schema: RefOr<utoipa::openapi::Schema>) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .description(Some(description))
        .required(Required::True)
        .schema(Some(schema))
        .build()
}
