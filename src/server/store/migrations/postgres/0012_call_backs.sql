-- The one call that a signal promised becomes the first of a list: every party keeps its own. As text, because a document may hold
-- an escaped U+0000, which jsonb has no place for; a quote inside a text is escaped, so no text looks like these fields.
UPDATE signal_documents
SET document = regexp_replace(
    regexp_replace(
        document,
        '"callBackOn":"([0-9-]+)","callBackWith":("(?:[^"\\]|\\.)*")',
        '"callBacks":[{"number":0,"on":"\1","with":\2}]'
    ),
    '"callBackOn":"([0-9-]+)"',
    '"callBacks":[{"number":0,"on":"\1","with":""}]'
)
WHERE document LIKE '%"callBackOn":"%';
