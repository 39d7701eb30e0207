import grpc
import structlog
from fastapi import HTTPException

log = structlog.get_logger()

HTTP_STATUS = {
    grpc.StatusCode.INVALID_ARGUMENT: 400,
    grpc.StatusCode.UNAUTHENTICATED: 401,
    grpc.StatusCode.PERMISSION_DENIED: 403,
    grpc.StatusCode.NOT_FOUND: 404,
    grpc.StatusCode.FAILED_PRECONDITION: 409,
    grpc.StatusCode.INTERNAL: 500,
    grpc.StatusCode.UNKNOWN: 500,
    grpc.StatusCode.UNIMPLEMENTED: 501,
    grpc.StatusCode.UNAVAILABLE: 503,
    grpc.StatusCode.DEADLINE_EXCEEDED: 504,
}

# The coordinator's own words stay in the log for these.
HIDDEN = {grpc.StatusCode.INTERNAL, grpc.StatusCode.UNKNOWN}


def to_http(error: grpc.aio.AioRpcError, request_id: str) -> HTTPException:
    code = error.code()
    status = HTTP_STATUS.get(code, 500)
    log.error(
        "scaimind_coordinator_error",
        request_id=request_id,
        grpc_code=code.name,
        raw_detail=error.details(),
    )
    message = "internal error" if code in HIDDEN else error.details()
    return HTTPException(status_code=status, detail={"code": code.name, "message": message, "request_id": request_id})
