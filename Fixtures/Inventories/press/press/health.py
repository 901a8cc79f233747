from press.app import job_log


def check():
    """Whether this instance may take requests."""
    return job_log.is_healthy()
