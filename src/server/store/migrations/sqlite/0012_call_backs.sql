-- The one call that a signal promised becomes the first of a list: every party keeps its own.
UPDATE signal_documents
SET document = json_remove(
    json_set(
        document,
        '$.callBacks',
        json_array(json_object(
            'number', 0,
            'on', json_extract(document, '$.callBackOn'),
            'with', COALESCE(json_extract(document, '$.callBackWith'), '')
        ))
    ),
    '$.callBackOn',
    '$.callBackWith'
)
WHERE json_extract(document, '$.callBackOn') IS NOT NULL;
