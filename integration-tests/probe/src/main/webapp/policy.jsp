<%@ page contentType="text/html;charset=UTF-8" session="true" %><% response.setHeader("Content-Security-Policy", request.getParameter("policy")); %><!DOCTYPE html>
<html>
<head>
<title>Policy</title>
<link rel="icon" href="data:,">
</head>
<body>
<p id="session">${pageContext.session.id}</p>
</body>
</html>
