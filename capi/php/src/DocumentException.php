<?php
// What was given is not a report that can be read.

declare(strict_types=1);

namespace Gongkai;

/** The document cannot be read as an annual report: a fault of the document, not of the program. */
final class DocumentException extends GongkaiException
{
}
