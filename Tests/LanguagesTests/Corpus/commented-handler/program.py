def remove_file(path):
    try:
        unlink(path)
    except:
        # gone already
        pass
