class Window:
    pass
