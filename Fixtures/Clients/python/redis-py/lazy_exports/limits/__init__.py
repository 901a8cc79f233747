from .window import Window
