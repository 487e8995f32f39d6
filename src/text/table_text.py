"""How the generators beside this file write a table of numbers as C++."""


def write(declaration, numbers):
    print(declaration + "{")
    line = ""
    for number in numbers:
        item = f"{number:#x}," if number else "0,"
        if len(line) + len(item) > 150:
            print(line)
            line = ""
        line += item
    print(line + "};\n")
