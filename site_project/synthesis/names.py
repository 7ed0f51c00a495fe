"""Invented first and last names, enough that a full name is rare among a hundred thousand cases."""

# fmt: off
FIRST = [
    "Ada", "Ben", "Cyd", "Dee", "Eli", "Fay", "Gus", "Hal", "Ida", "Jon", "Kit", "Lou", "Mae", "Ned", "Ola",
    "Pia", "Quin", "Rae", "Sol", "Tia", "Una", "Vic", "Wren", "Xan", "Yul", "Zoe", "Abel", "Bess", "Cal",
    "Dara", "Ezra", "Flor", "Gil", "Hope", "Ivo", "June", "Kai", "Lena", "Milo", "Nia", "Otis", "Pearl",
    "Remy", "Saga", "Theo", "Ula", "Vera", "Walt", "Xenia", "Yara", "Zeno", "Arlo", "Bram", "Cleo", "Dov",
    "Elke", "Fern", "Gray", "Hedy", "Iris", "Jude", "Kaya", "Lars", "Mina", "Noor", "Orla", "Paz", "Rumi",
    "Suri", "Tove", "Uri", "Vida", "Wim", "Yann", "Zora",
]
_STARTS = [
    "Ash", "Bell", "Birch", "Brook", "Clay", "Cole", "Dale", "Dun", "Elm", "Fair", "Fen", "Glen", "Hart",
    "Hay", "Holt", "Kirk", "Lang", "Mar", "Mill", "North", "Oak", "Pen",
]
_ENDS = [
    "by", "combe", "croft", "dale", "field", "ford", "gate", "ham", "hurst", "land", "ley", "man", "mere",
    "more", "over", "port", "shaw", "side", "stead", "ton", "ward", "wick",
]
# fmt: on
LAST = [start + end for start in _STARTS for end in _ENDS]
