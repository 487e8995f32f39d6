"""Finds where a source file can be mutated, with clang's parser, and writes it with a switch at each such point."""

import dataclasses
import re

from clang import cindex
from clang.cindex import CursorKind as K, TypeKind as T

COMPARISONS = {'<': ('<=', '>='), '<=': ('<', '>'), '>': ('>=', '<='), '>=': ('>', '<'), '==': ('!=',), '!=': ('==',)}
LOGICAL = {'&&': ('||',), '||': ('&&',)}
ARITHMETIC = {'+': '-', '-': '+', '*': '+', '/': '*', '%': '/', '&': '|', '|': '&', '<<': '>>', '>>': '<<'}
SETS = {'&': '({l}) | ({r})', '|': '({l}) & ({r})', '-': '{l}'}  # of our own types
ASSIGNING = {'+=': '-=', '-=': '+=', '|=': '&=', '&=': '|=', '*=': '+=', '/=': '*='}
INTEGERS = {T.CHAR_S, T.SCHAR, T.UCHAR, T.SHORT, T.USHORT, T.INT, T.UINT, T.LONG, T.ULONG, T.LONGLONG, T.ULONGLONG}
FUNCTIONS = {K.FUNCTION_DECL, K.CXX_METHOD, K.CONSTRUCTOR, K.DESTRUCTOR, K.CONVERSION_FUNCTION, K.FUNCTION_TEMPLATE}
SKIPPED = {K.STATIC_ASSERT, K.ENUM_DECL, K.FIELD_DECL, K.PARM_DECL, K.CONCEPT_DECL, K.TEMPLATE_NON_TYPE_PARAMETER,
           K.TEMPLATE_TYPE_PARAMETER, K.TYPE_ALIAS_DECL, K.TYPE_REF, K.CXX_BASE_SPECIFIER}
LOOPS = {K.FOR_STMT, K.CXX_FOR_RANGE_STMT, K.WHILE_STMT, K.DO_STMT}


@dataclasses.dataclass
class Mutant:
    id: int
    file: str
    line: int
    function: str
    code: str     # the line as it stands
    change: str   # what becomes of what
    in_compiler: bool  # in a constexpr function

    @property
    def key(self):
        return ' | '.join((self.file, self.function, self.code, self.change))


@dataclasses.dataclass
class Edit:
    start: int
    end: int
    ids: list
    write: object  # from the text inside, itself edited, to what stands there


def squeezed(text):
    return re.sub(r'\s+', ' ', text).strip()


class File:
    """The points of one file, in the order in which they stand."""

    def __init__(self, name, unit, path, first_id, dropped):
        self.name, self.path, self.next_id, self.dropped = name, path, first_id, dropped
        with open(path, 'rb') as file:
            self.bytes = file.read()
        self.edits, self.mutants = [], []
        self.macros = [(c.extent.start.offset, c.extent.end.offset) for c in unit.cursor.get_children()
                       if c.kind == K.MACRO_INSTANTIATION and self.is_mine(c)]
        for cursor in unit.cursor.get_children():
            if self.is_mine(cursor) and not cursor.kind.is_preprocessing():
                self.walk(cursor, None, Context())

    def is_mine(self, cursor):
        return cursor.location.file is not None and cursor.location.file.name == self.path

    def text(self, start, end):
        return self.bytes[start:end].decode()

    def of(self, cursor):
        return self.text(cursor.extent.start.offset, cursor.extent.end.offset)

    def mutant(self, cursor, context, change):
        line = cursor.extent.start.line
        code = self.bytes.split(b'\n')[line - 1].decode().strip()
        made = Mutant(self.next_id, self.name, line, context.function, squeezed(code), squeezed(change), context.constexpr)
        self.next_id += 1
        if made.key in self.dropped or context.function == '':
            return 0
        self.mutants.append(made)
        return made.id

    def edit(self, start, end, ids, write):
        ids = [i for i in ids if i]
        if not ids or any(a < end and start < b for a, b in self.macros) or self.is_in_type(start, end):
            gone = set(ids)
            self.mutants = [m for m in self.mutants if m.id not in gone]
            return
        self.edits.append(Edit(start, end, ids, write))

    def is_in_type(self, start, end):
        """An argument of a template, which the compiler works out: make_index_sequence<(a - b) / c>."""
        before = self.bytes[max(0, start - 40):start].decode(errors='ignore')
        behind = self.bytes[end:end + 40].decode(errors='ignore')
        return re.search(r'\w<[^<>;{]*$', before) is not None and re.match(r'[^<>;{]*>[({ &>]', behind) is not None

    # ---- What is mutated

    def walk(self, cursor, parent, context):
        kind = cursor.kind
        if kind in SKIPPED or (kind == K.VAR_DECL and self.is_settled(cursor, context)):
            return
        if kind in FUNCTIONS:
            context = context.inside(cursor, self.head_of(cursor))
        elif kind == K.LAMBDA_EXPR:
            context = dataclasses.replace(context, result=None, constexpr=context.constexpr)
        if kind == K.VAR_DECL:
            context = dataclasses.replace(context, name_at=cursor.location.offset)
        children = list(cursor.get_children())
        self.point(cursor, parent, children, context)
        if kind in LOOPS or kind == K.SWITCH_STMT:
            context = dataclasses.replace(context, breaks=kind)
        for i, child in enumerate(children):
            if (kind == K.CASE_STMT and i == 0) or (kind == K.IF_STMT and i == 0 and self.is_constexpr_if(cursor)):
                continue
            self.walk(child, cursor, context)

    def head_of(self, cursor):
        return self.text(cursor.extent.start.offset, cursor.location.offset)

    def is_constexpr_if(self, cursor):
        return re.match(r'if\s+constexpr\b', self.of(cursor)) is not None

    def is_settled(self, cursor, context):
        """Variables whose value the compiler works out: the mutant would never be on."""
        head = self.head_of(cursor)
        if context.function == '' or re.search(r'\b(constexpr|static|constinit)\b', head):
            return True
        return cursor.type.is_const_qualified() and is_literal(last(cursor))

    def point(self, cursor, parent, children, context):
        kind = cursor.kind
        start, end = cursor.extent.start.offset, cursor.extent.end.offset
        if kind == K.COMPOUND_STMT and parent is not None and parent.kind in FUNCTIONS and children:
            if parent.result_type.kind == T.VOID and parent.kind != K.DESTRUCTOR and parent.kind != K.CONSTRUCTOR:
                made = self.mutant(parent, context, 'early return')
                self.edit(start, end, [made], lambda inner: '{ if (::gongkai_mutant::on(%d)) { return; } %s }' % (made, inner))
        if parent is not None and parent.kind in (K.COMPOUND_STMT, K.CASE_STMT, K.DEFAULT_STMT):
            self.statement(cursor, start, end, context, parent, children)
        if kind in (K.IF_STMT, K.WHILE_STMT, K.CONDITIONAL_OPERATOR, K.FOR_STMT):
            self.condition(cursor, children, context)
        if kind == K.RETURN_STMT and children:
            self.result(cursor, children[0], start, end, context)
        self.operator(cursor, children, start, end, context)
        self.constant(cursor, parent, start, end, context)

    def statement(self, cursor, start, end, context, parent, children):
        kind = cursor.kind
        if kind == K.BREAK_STMT and context.breaks == K.SWITCH_STMT:
            return
        is_plain = kind.is_expression() or kind in (K.CONTINUE_STMT, K.BREAK_STMT) or (kind == K.RETURN_STMT and not children)
        if not is_plain or (parent.kind == K.CASE_STMT and cursor == list(parent.get_children())[0]):
            return
        while end < len(self.bytes) and self.bytes[end:end + 1] != b';':
            end += 1
        end += 1
        if self.of(cursor).startswith('(void)'):
            return
        made = self.mutant(cursor, context, 'deleted: ' + self.text(start, end))
        self.edit(start, end, [made], lambda inner: '{ if (!::gongkai_mutant::on(%d)) { %s } }' % (made, inner))

    def condition(self, cursor, children, context):
        if not children or self.is_constexpr_if(cursor):
            return
        if cursor.kind == K.FOR_STMT:
            return  # a comparison nearly always
        tested = children[1] if children[0].kind == K.DECL_STMT and len(children) > 1 else children[0]
        start, end = tested.extent.start.offset, tested.extent.end.offset
        if tested.kind == K.VAR_DECL:
            if not tested.spelling:
                return
            made = self.mutant(tested, context, 'never: ' + self.of(tested))
            name = tested.spelling
            self.edit(start, end, [made], lambda inner: '%s; static_cast<bool>(%s) && !::gongkai_mutant::on(%d)' % (inner, name, made))
        elif not self.is_boolean(tested):
            made = self.mutant(tested, context, 'negated: ' + self.of(tested))
            self.edit(start, end, [made], lambda inner: '::gongkai_mutant::flip(%d, static_cast<bool>(%s))' % (made, inner))

    def result(self, cursor, value, start, end, context):
        kind = value.type.get_canonical().kind
        inner_start, inner_end = value.extent.start.offset, value.extent.end.offset
        said = self.text(inner_start, inner_end)
        if kind == T.BOOL or (context.result == T.BOOL and kind != T.BOOL):
            if not self.is_boolean(value) and not is_literal(value):
                made = self.mutant(value, context, 'negated: ' + said)
                self.edit(inner_start, inner_end, [made],
                          lambda inner: '::gongkai_mutant::flip(%d, static_cast<bool>(%s))' % (made, inner))
        elif said not in ('{}', 'std::nullopt', 'nullptr', '*this') and not is_literal(value):
            made = self.mutant(cursor, context, 'returns {} for ' + said)
            self.edit(start, end + 1, [made], lambda inner: '{ if (::gongkai_mutant::on(%d)) { return {}; } %s }' % (made, inner))

    def operator(self, cursor, children, start, end, context):
        kind = cursor.kind
        is_call = kind == K.CALL_EXPR and cursor.spelling.startswith('operator')
        if kind in (K.BINARY_OPERATOR, K.COMPOUND_ASSIGNMENT_OPERATOR) or (is_call and len(children) > 1):
            if len(children) < 2:
                return
            left, right = children[0], children[-1]
            sign = self.text(left.extent.end.offset, right.extent.start.offset).strip()
            l, r = self.of(left), self.of(right)
            number = cursor.type.get_canonical().kind in INTEGERS
            changes = []
            if sign in COMPARISONS or sign in LOGICAL:
                for other in (COMPARISONS.get(sign) or LOGICAL[sign]):
                    if other in ('<=', '>=', '<', '>') and is_pointer(left):
                        continue
                    changes.append('(%s) %s (%s)' % (l, other, r))
            elif sign in ARITHMETIC and number:
                changes.append('(%s) %s (%s)' % (l, ARITHMETIC[sign], r))
            elif sign in SETS and is_call:
                changes.append(SETS[sign].format(l=l, r=r))
            elif sign in ASSIGNING:
                changes.append('%s %s (%s)' % (l, ASSIGNING[sign], r))
            made = [(self.mutant(cursor, context, '%s => %s' % (self.of(cursor), squeezed(c))), c) for c in changes]
            chain = ''.join('::gongkai_mutant::on(%d) ? (%s) : ' % one for one in made if one[0])
            self.edit(start, end, [m for m, _ in made], lambda inner: '(%s(%s))' % (chain, inner))
        elif kind == K.UNARY_OPERATOR and children:
            said = self.of(cursor)
            inside = self.of(children[0])
            if said.startswith('!'):
                made = self.mutant(cursor, context, '%s => %s' % (said, inside))
                self.edit(start, end, [made], lambda inner: '::gongkai_mutant::flip(%d, static_cast<bool>(%s))' % (made, inner))
            elif said.startswith('-') and not said.startswith('--') and not is_literal(children[0]) and \
                    cursor.type.get_canonical().kind in INTEGERS:
                made = self.mutant(cursor, context, '%s => %s' % (said, inside))
                self.edit(start, end, [made], lambda inner: '(::gongkai_mutant::on(%d) ? (%s) : (%s))' % (made, inside, inner))
            elif said.startswith('++') or said.startswith('--') or said.endswith('++') or said.endswith('--'):
                other = said.replace('++', '@').replace('--', '++').replace('@', '--')
                made = self.mutant(cursor, context, '%s => %s' % (said, other))
                self.edit(start, end, [made], lambda inner: '(::gongkai_mutant::on(%d) ? (%s) : (%s))' % (made, other, inner))

    def constant(self, cursor, parent, start, end, context):
        said = self.of(cursor)
        if cursor.kind == K.CXX_BOOL_LITERAL_EXPR and said in ('true', 'false'):
            made = self.mutant(cursor, context, '%s => %s' % (said, 'false' if said == 'true' else 'true'))
            self.edit(start, end, [made], lambda inner: '::gongkai_mutant::flip(%d, %s)' % (made, inner))
        elif cursor.kind == K.INTEGER_LITERAL and re.fullmatch(r"[0-9][0-9a-fA-FxX'uUlLzZ]*", said):
            made = self.mutant(cursor, context, '%s => %s + 1' % (said, said))
            ids = [made] if start > context.name_at else []  # else of the type of a variable
            self.edit(start, end, ids, lambda inner: '::gongkai_mutant::more(%d, %s)' % (made, inner))
            self.mutants = [m for m in self.mutants if ids or m.id != made]
        elif cursor.kind == K.DECL_REF_EXPR and cursor.referenced is not None and cursor.referenced.kind == K.VAR_DECL:
            meant = cursor.referenced
            if meant.type.is_const_qualified() and meant.type.get_canonical().kind in INTEGERS and is_literal(last(meant)):
                made = self.mutant(cursor, context, '%s => %s + 1' % (said, said))
                self.edit(start, end, [made], lambda inner: '::gongkai_mutant::more(%d, %s)' % (made, inner))

    def is_boolean(self, cursor):
        """What is mutated as a comparison, as `&&`, `||` or `!`, or a constant."""
        while cursor.kind in (K.UNEXPOSED_EXPR, K.PAREN_EXPR):
            inside = list(cursor.get_children())
            if len(inside) != 1 or inside[0].extent != cursor.extent:
                break
            cursor = inside[0]
        if cursor.kind == K.CXX_BOOL_LITERAL_EXPR:
            return True
        children = list(cursor.get_children())
        if cursor.kind == K.UNARY_OPERATOR:
            return self.of(cursor).startswith('!')
        if cursor.kind == K.BINARY_OPERATOR or (cursor.kind == K.CALL_EXPR and cursor.spelling.startswith('operator')):
            if len(children) < 2:
                return False
            sign = self.text(children[0].extent.end.offset, children[-1].extent.start.offset).strip()
            return sign in COMPARISONS or sign in LOGICAL
        return False

    # ---- What is written

    def written(self):
        """The file with its switches: the same lines."""
        order = sorted(range(len(self.edits)), key=lambda i: (self.edits[i].start, -self.edits[i].end, i))
        edits = [self.edits[i] for i in order]

        def render(start, end, at):
            out = []
            while at < len(edits) and edits[at].start < end:
                edit = edits[at]
                if edit.end > end or edit.start < start:
                    at += 1  # crosses another
                    self.drop(edit)
                    continue
                out.append(self.text(start, edit.start))
                inner, at = render(edit.start, edit.end, at + 1)
                out.append(edit.write(inner))
                start = edit.end
            out.append(self.text(start, end))
            return ''.join(out), at
        return render(0, len(self.bytes), 0)[0]

    def drop(self, edit):
        gone = set(edit.ids)
        self.mutants = [m for m in self.mutants if m.id not in gone]


@dataclasses.dataclass
class Context:
    function: str = ''
    constexpr: bool = False
    result: object = None
    breaks: object = None  # what a `break` leaves
    name_at: int = 0       # of the variable under way

    def inside(self, cursor, head):
        return Context(cursor.spelling, bool(re.search(r'\b(constexpr|consteval)\b', head)),
                       cursor.result_type.get_canonical().kind)


def last(cursor):
    children = list(cursor.get_children())
    return children[-1] if children else None


def is_literal(cursor):
    while cursor is not None and cursor.kind in (K.UNEXPOSED_EXPR, K.UNARY_OPERATOR, K.PAREN_EXPR, K.INIT_LIST_EXPR):
        cursor = last(cursor)
    return cursor is not None and cursor.kind in (K.INTEGER_LITERAL, K.CXX_BOOL_LITERAL_EXPR, K.CHARACTER_LITERAL,
                                                  K.FLOATING_LITERAL, K.STRING_LITERAL)


def is_pointer(cursor):
    return cursor.type.get_canonical().kind in (T.POINTER, T.NULLPTR)
