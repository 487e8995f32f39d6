"""The parts of the form. Made by form_stub.py from the catalogue."""

from decimal import Decimal
from typing import Optional, Union

class Money:
    """An amount in yuan: a Decimal, or None where blank. An int or a text can be given, too."""

    def __get__(self, part: object, owner: object = ...) -> Optional[Decimal]: ...
    def __set__(self, part: object, value: Union[Decimal, int, str, None]) -> None: ...

class DisclosureGovernmentRules:
    newly_made: Optional[int]
    """规章，本年新制作数量"""
    newly_disclosed: Optional[int]
    """规章，本年新公开数量"""
    total_disclosed: Optional[int]
    """规章，对外公开总数量"""
    issued: Optional[int]
    """规章，本年制发件数"""
    repealed: Optional[int]
    """规章，本年废止件数"""
    in_force: Optional[int]
    """规章，现行有效件数"""

class DisclosureNormativeDocuments:
    newly_made: Optional[int]
    """规范性文件，本年新制作数量"""
    newly_disclosed: Optional[int]
    """规范性文件，本年新公开数量"""
    total_disclosed: Optional[int]
    """规范性文件，对外公开总数量"""
    issued: Optional[int]
    """行政规范性文件，本年制发件数"""
    repealed: Optional[int]
    """行政规范性文件，本年废止件数"""
    in_force: Optional[int]
    """行政规范性文件，现行有效件数"""

class DisclosureLicensing:
    items_prior_year: Optional[int]
    """行政许可，上一年项目数量"""
    items_change: Optional[int]
    """行政许可，本年增/减"""
    decisions: Optional[int]
    """行政许可，本年处理决定数量"""

class DisclosureOtherServices:
    items_prior_year: Optional[int]
    """其他对外管理服务事项，上一年项目数量"""
    items_change: Optional[int]
    """其他对外管理服务事项，本年增/减"""
    decisions: Optional[int]
    """其他对外管理服务事项，处理决定数量"""

class DisclosurePenalties:
    items_prior_year: Optional[int]
    """行政处罚，上一年项目数量"""
    items_change: Optional[int]
    """行政处罚，本年增/减"""
    decisions: Optional[int]
    """行政处罚，本年处理决定数量"""

class DisclosureCompulsion:
    items_prior_year: Optional[int]
    """行政强制，上一年项目数量"""
    items_change: Optional[int]
    """行政强制，本年增/减"""
    decisions: Optional[int]
    """行政强制，本年处理决定数量"""

class DisclosureFees:
    items_prior_year: Optional[int]
    """行政事业性收费，上一年项目数量"""
    items_change: Optional[int]
    """行政事业性收费，本年增/减"""
    amount: Money
    """行政事业性收费，本年收费金额（单位：万元）"""

class DisclosureProcurement:
    projects: Optional[int]
    """政府集中采购，采购项目数量"""
    amount: Money
    """政府集中采购，采购总金额"""

class Disclosure:
    @property
    def government_rules(self) -> DisclosureGovernmentRules: ...
    @property
    def normative_documents(self) -> DisclosureNormativeDocuments: ...
    @property
    def licensing(self) -> DisclosureLicensing: ...
    @property
    def other_services(self) -> DisclosureOtherServices: ...
    @property
    def penalties(self) -> DisclosurePenalties: ...
    @property
    def compulsion(self) -> DisclosureCompulsion: ...
    @property
    def fees(self) -> DisclosureFees: ...
    @property
    def procurement(self) -> DisclosureProcurement: ...

class RequestsReceived:
    natural_person: Optional[int]
    """一、本年新收政府信息公开申请数量，自然人"""
    commercial_enterprise: Optional[int]
    """一、本年新收政府信息公开申请数量，商业企业"""
    research_institution: Optional[int]
    """一、本年新收政府信息公开申请数量，科研机构"""
    public_welfare_organization: Optional[int]
    """一、本年新收政府信息公开申请数量，社会公益组织"""
    legal_service_organization: Optional[int]
    """一、本年新收政府信息公开申请数量，法律服务机构"""
    other: Optional[int]
    """一、本年新收政府信息公开申请数量，其他"""
    total: Optional[int]
    """一、本年新收政府信息公开申请数量，总计"""

class RequestsCarriedIn:
    natural_person: Optional[int]
    """二、上年结转政府信息公开申请数量，自然人"""
    commercial_enterprise: Optional[int]
    """二、上年结转政府信息公开申请数量，商业企业"""
    research_institution: Optional[int]
    """二、上年结转政府信息公开申请数量，科研机构"""
    public_welfare_organization: Optional[int]
    """二、上年结转政府信息公开申请数量，社会公益组织"""
    legal_service_organization: Optional[int]
    """二、上年结转政府信息公开申请数量，法律服务机构"""
    other: Optional[int]
    """二、上年结转政府信息公开申请数量，其他"""
    total: Optional[int]
    """二、上年结转政府信息公开申请数量，总计"""

class RequestsOutcomesGranted:
    natural_person: Optional[int]
    """（一）予以公开，自然人"""
    commercial_enterprise: Optional[int]
    """（一）予以公开，商业企业"""
    research_institution: Optional[int]
    """（一）予以公开，科研机构"""
    public_welfare_organization: Optional[int]
    """（一）予以公开，社会公益组织"""
    legal_service_organization: Optional[int]
    """（一）予以公开，法律服务机构"""
    other: Optional[int]
    """（一）予以公开，其他"""
    total: Optional[int]
    """（一）予以公开，总计"""

class RequestsOutcomesPartiallyGranted:
    natural_person: Optional[int]
    """（二）部分公开（区分处理的，只计这一情形，不计其他情形），自然人"""
    commercial_enterprise: Optional[int]
    """（二）部分公开（区分处理的，只计这一情形，不计其他情形），商业企业"""
    research_institution: Optional[int]
    """（二）部分公开（区分处理的，只计这一情形，不计其他情形），科研机构"""
    public_welfare_organization: Optional[int]
    """（二）部分公开（区分处理的，只计这一情形，不计其他情形），社会公益组织"""
    legal_service_organization: Optional[int]
    """（二）部分公开（区分处理的，只计这一情形，不计其他情形），法律服务机构"""
    other: Optional[int]
    """（二）部分公开（区分处理的，只计这一情形，不计其他情形），其他"""
    total: Optional[int]
    """（二）部分公开（区分处理的，只计这一情形，不计其他情形），总计"""

class RequestsOutcomesDeniedStateSecret:
    natural_person: Optional[int]
    """1.属于国家秘密，自然人"""
    commercial_enterprise: Optional[int]
    """1.属于国家秘密，商业企业"""
    research_institution: Optional[int]
    """1.属于国家秘密，科研机构"""
    public_welfare_organization: Optional[int]
    """1.属于国家秘密，社会公益组织"""
    legal_service_organization: Optional[int]
    """1.属于国家秘密，法律服务机构"""
    other: Optional[int]
    """1.属于国家秘密，其他"""
    total: Optional[int]
    """1.属于国家秘密，总计"""

class RequestsOutcomesDeniedOtherLegalProhibition:
    natural_person: Optional[int]
    """2.其他法律行政法规禁止公开，自然人"""
    commercial_enterprise: Optional[int]
    """2.其他法律行政法规禁止公开，商业企业"""
    research_institution: Optional[int]
    """2.其他法律行政法规禁止公开，科研机构"""
    public_welfare_organization: Optional[int]
    """2.其他法律行政法规禁止公开，社会公益组织"""
    legal_service_organization: Optional[int]
    """2.其他法律行政法规禁止公开，法律服务机构"""
    other: Optional[int]
    """2.其他法律行政法规禁止公开，其他"""
    total: Optional[int]
    """2.其他法律行政法规禁止公开，总计"""

class RequestsOutcomesDeniedSecurityAndStability:
    natural_person: Optional[int]
    """3.危及“三安全一稳定”，自然人"""
    commercial_enterprise: Optional[int]
    """3.危及“三安全一稳定”，商业企业"""
    research_institution: Optional[int]
    """3.危及“三安全一稳定”，科研机构"""
    public_welfare_organization: Optional[int]
    """3.危及“三安全一稳定”，社会公益组织"""
    legal_service_organization: Optional[int]
    """3.危及“三安全一稳定”，法律服务机构"""
    other: Optional[int]
    """3.危及“三安全一稳定”，其他"""
    total: Optional[int]
    """3.危及“三安全一稳定”，总计"""

class RequestsOutcomesDeniedThirdPartyRights:
    natural_person: Optional[int]
    """4.保护第三方合法权益，自然人"""
    commercial_enterprise: Optional[int]
    """4.保护第三方合法权益，商业企业"""
    research_institution: Optional[int]
    """4.保护第三方合法权益，科研机构"""
    public_welfare_organization: Optional[int]
    """4.保护第三方合法权益，社会公益组织"""
    legal_service_organization: Optional[int]
    """4.保护第三方合法权益，法律服务机构"""
    other: Optional[int]
    """4.保护第三方合法权益，其他"""
    total: Optional[int]
    """4.保护第三方合法权益，总计"""

class RequestsOutcomesDeniedInternalAffairs:
    natural_person: Optional[int]
    """5.属于三类内部事务信息，自然人"""
    commercial_enterprise: Optional[int]
    """5.属于三类内部事务信息，商业企业"""
    research_institution: Optional[int]
    """5.属于三类内部事务信息，科研机构"""
    public_welfare_organization: Optional[int]
    """5.属于三类内部事务信息，社会公益组织"""
    legal_service_organization: Optional[int]
    """5.属于三类内部事务信息，法律服务机构"""
    other: Optional[int]
    """5.属于三类内部事务信息，其他"""
    total: Optional[int]
    """5.属于三类内部事务信息，总计"""

class RequestsOutcomesDeniedDeliberativeProcess:
    natural_person: Optional[int]
    """6.属于四类过程性信息，自然人"""
    commercial_enterprise: Optional[int]
    """6.属于四类过程性信息，商业企业"""
    research_institution: Optional[int]
    """6.属于四类过程性信息，科研机构"""
    public_welfare_organization: Optional[int]
    """6.属于四类过程性信息，社会公益组织"""
    legal_service_organization: Optional[int]
    """6.属于四类过程性信息，法律服务机构"""
    other: Optional[int]
    """6.属于四类过程性信息，其他"""
    total: Optional[int]
    """6.属于四类过程性信息，总计"""

class RequestsOutcomesDeniedEnforcementFile:
    natural_person: Optional[int]
    """7.属于行政执法案卷，自然人"""
    commercial_enterprise: Optional[int]
    """7.属于行政执法案卷，商业企业"""
    research_institution: Optional[int]
    """7.属于行政执法案卷，科研机构"""
    public_welfare_organization: Optional[int]
    """7.属于行政执法案卷，社会公益组织"""
    legal_service_organization: Optional[int]
    """7.属于行政执法案卷，法律服务机构"""
    other: Optional[int]
    """7.属于行政执法案卷，其他"""
    total: Optional[int]
    """7.属于行政执法案卷，总计"""

class RequestsOutcomesDeniedAdministrativeQuery:
    natural_person: Optional[int]
    """8.属于行政查询事项，自然人"""
    commercial_enterprise: Optional[int]
    """8.属于行政查询事项，商业企业"""
    research_institution: Optional[int]
    """8.属于行政查询事项，科研机构"""
    public_welfare_organization: Optional[int]
    """8.属于行政查询事项，社会公益组织"""
    legal_service_organization: Optional[int]
    """8.属于行政查询事项，法律服务机构"""
    other: Optional[int]
    """8.属于行政查询事项，其他"""
    total: Optional[int]
    """8.属于行政查询事项，总计"""

class RequestsOutcomesDenied:
    @property
    def state_secret(self) -> RequestsOutcomesDeniedStateSecret: ...
    @property
    def other_legal_prohibition(self) -> RequestsOutcomesDeniedOtherLegalProhibition: ...
    @property
    def security_and_stability(self) -> RequestsOutcomesDeniedSecurityAndStability: ...
    @property
    def third_party_rights(self) -> RequestsOutcomesDeniedThirdPartyRights: ...
    @property
    def internal_affairs(self) -> RequestsOutcomesDeniedInternalAffairs: ...
    @property
    def deliberative_process(self) -> RequestsOutcomesDeniedDeliberativeProcess: ...
    @property
    def enforcement_file(self) -> RequestsOutcomesDeniedEnforcementFile: ...
    @property
    def administrative_query(self) -> RequestsOutcomesDeniedAdministrativeQuery: ...

class RequestsOutcomesUnavailableNotHeld:
    natural_person: Optional[int]
    """1.本机关不掌握相关政府信息，自然人"""
    commercial_enterprise: Optional[int]
    """1.本机关不掌握相关政府信息，商业企业"""
    research_institution: Optional[int]
    """1.本机关不掌握相关政府信息，科研机构"""
    public_welfare_organization: Optional[int]
    """1.本机关不掌握相关政府信息，社会公益组织"""
    legal_service_organization: Optional[int]
    """1.本机关不掌握相关政府信息，法律服务机构"""
    other: Optional[int]
    """1.本机关不掌握相关政府信息，其他"""
    total: Optional[int]
    """1.本机关不掌握相关政府信息，总计"""

class RequestsOutcomesUnavailableRequiresCreation:
    natural_person: Optional[int]
    """2.没有现成信息需要另行制作，自然人"""
    commercial_enterprise: Optional[int]
    """2.没有现成信息需要另行制作，商业企业"""
    research_institution: Optional[int]
    """2.没有现成信息需要另行制作，科研机构"""
    public_welfare_organization: Optional[int]
    """2.没有现成信息需要另行制作，社会公益组织"""
    legal_service_organization: Optional[int]
    """2.没有现成信息需要另行制作，法律服务机构"""
    other: Optional[int]
    """2.没有现成信息需要另行制作，其他"""
    total: Optional[int]
    """2.没有现成信息需要另行制作，总计"""

class RequestsOutcomesUnavailableStillUnclear:
    natural_person: Optional[int]
    """3.补正后申请内容仍不明确，自然人"""
    commercial_enterprise: Optional[int]
    """3.补正后申请内容仍不明确，商业企业"""
    research_institution: Optional[int]
    """3.补正后申请内容仍不明确，科研机构"""
    public_welfare_organization: Optional[int]
    """3.补正后申请内容仍不明确，社会公益组织"""
    legal_service_organization: Optional[int]
    """3.补正后申请内容仍不明确，法律服务机构"""
    other: Optional[int]
    """3.补正后申请内容仍不明确，其他"""
    total: Optional[int]
    """3.补正后申请内容仍不明确，总计"""

class RequestsOutcomesUnavailable:
    @property
    def not_held(self) -> RequestsOutcomesUnavailableNotHeld: ...
    @property
    def requires_creation(self) -> RequestsOutcomesUnavailableRequiresCreation: ...
    @property
    def still_unclear(self) -> RequestsOutcomesUnavailableStillUnclear: ...

class RequestsOutcomesNotProcessedPetitionOrComplaint:
    natural_person: Optional[int]
    """1.信访举报投诉类申请，自然人"""
    commercial_enterprise: Optional[int]
    """1.信访举报投诉类申请，商业企业"""
    research_institution: Optional[int]
    """1.信访举报投诉类申请，科研机构"""
    public_welfare_organization: Optional[int]
    """1.信访举报投诉类申请，社会公益组织"""
    legal_service_organization: Optional[int]
    """1.信访举报投诉类申请，法律服务机构"""
    other: Optional[int]
    """1.信访举报投诉类申请，其他"""
    total: Optional[int]
    """1.信访举报投诉类申请，总计"""

class RequestsOutcomesNotProcessedRepeatRequest:
    natural_person: Optional[int]
    """2.重复申请，自然人"""
    commercial_enterprise: Optional[int]
    """2.重复申请，商业企业"""
    research_institution: Optional[int]
    """2.重复申请，科研机构"""
    public_welfare_organization: Optional[int]
    """2.重复申请，社会公益组织"""
    legal_service_organization: Optional[int]
    """2.重复申请，法律服务机构"""
    other: Optional[int]
    """2.重复申请，其他"""
    total: Optional[int]
    """2.重复申请，总计"""

class RequestsOutcomesNotProcessedPublishedMaterial:
    natural_person: Optional[int]
    """3.要求提供公开出版物，自然人"""
    commercial_enterprise: Optional[int]
    """3.要求提供公开出版物，商业企业"""
    research_institution: Optional[int]
    """3.要求提供公开出版物，科研机构"""
    public_welfare_organization: Optional[int]
    """3.要求提供公开出版物，社会公益组织"""
    legal_service_organization: Optional[int]
    """3.要求提供公开出版物，法律服务机构"""
    other: Optional[int]
    """3.要求提供公开出版物，其他"""
    total: Optional[int]
    """3.要求提供公开出版物，总计"""

class RequestsOutcomesNotProcessedExcessiveRequests:
    natural_person: Optional[int]
    """4.无正当理由大量反复申请，自然人"""
    commercial_enterprise: Optional[int]
    """4.无正当理由大量反复申请，商业企业"""
    research_institution: Optional[int]
    """4.无正当理由大量反复申请，科研机构"""
    public_welfare_organization: Optional[int]
    """4.无正当理由大量反复申请，社会公益组织"""
    legal_service_organization: Optional[int]
    """4.无正当理由大量反复申请，法律服务机构"""
    other: Optional[int]
    """4.无正当理由大量反复申请，其他"""
    total: Optional[int]
    """4.无正当理由大量反复申请，总计"""

class RequestsOutcomesNotProcessedConfirmOrReissue:
    natural_person: Optional[int]
    """5.要求行政机关确认或重新出具已获取信息，自然人"""
    commercial_enterprise: Optional[int]
    """5.要求行政机关确认或重新出具已获取信息，商业企业"""
    research_institution: Optional[int]
    """5.要求行政机关确认或重新出具已获取信息，科研机构"""
    public_welfare_organization: Optional[int]
    """5.要求行政机关确认或重新出具已获取信息，社会公益组织"""
    legal_service_organization: Optional[int]
    """5.要求行政机关确认或重新出具已获取信息，法律服务机构"""
    other: Optional[int]
    """5.要求行政机关确认或重新出具已获取信息，其他"""
    total: Optional[int]
    """5.要求行政机关确认或重新出具已获取信息，总计"""

class RequestsOutcomesNotProcessed:
    @property
    def petition_or_complaint(self) -> RequestsOutcomesNotProcessedPetitionOrComplaint: ...
    @property
    def repeat_request(self) -> RequestsOutcomesNotProcessedRepeatRequest: ...
    @property
    def published_material(self) -> RequestsOutcomesNotProcessedPublishedMaterial: ...
    @property
    def excessive_requests(self) -> RequestsOutcomesNotProcessedExcessiveRequests: ...
    @property
    def confirm_or_reissue(self) -> RequestsOutcomesNotProcessedConfirmOrReissue: ...

class RequestsOutcomesOtherHandlingUnspecified:
    natural_person: Optional[int]
    """（六）其他处理，自然人"""
    commercial_enterprise: Optional[int]
    """（六）其他处理，商业企业"""
    research_institution: Optional[int]
    """（六）其他处理，科研机构"""
    public_welfare_organization: Optional[int]
    """（六）其他处理，社会公益组织"""
    legal_service_organization: Optional[int]
    """（六）其他处理，法律服务机构"""
    other: Optional[int]
    """（六）其他处理，其他"""
    total: Optional[int]
    """（六）其他处理，总计"""

class RequestsOutcomesOtherHandlingNoCorrectionInTime:
    natural_person: Optional[int]
    """1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，自然人"""
    commercial_enterprise: Optional[int]
    """1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，商业企业"""
    research_institution: Optional[int]
    """1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，科研机构"""
    public_welfare_organization: Optional[int]
    """1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，社会公益组织"""
    legal_service_organization: Optional[int]
    """1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，法律服务机构"""
    other: Optional[int]
    """1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，其他"""
    total: Optional[int]
    """1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请，总计"""

class RequestsOutcomesOtherHandlingFeeNotPaidInTime:
    natural_person: Optional[int]
    """2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，自然人"""
    commercial_enterprise: Optional[int]
    """2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，商业企业"""
    research_institution: Optional[int]
    """2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，科研机构"""
    public_welfare_organization: Optional[int]
    """2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，社会公益组织"""
    legal_service_organization: Optional[int]
    """2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，法律服务机构"""
    other: Optional[int]
    """2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，其他"""
    total: Optional[int]
    """2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，总计"""

class RequestsOutcomesOtherHandlingMiscellaneous:
    natural_person: Optional[int]
    """3.其他，自然人"""
    commercial_enterprise: Optional[int]
    """3.其他，商业企业"""
    research_institution: Optional[int]
    """3.其他，科研机构"""
    public_welfare_organization: Optional[int]
    """3.其他，社会公益组织"""
    legal_service_organization: Optional[int]
    """3.其他，法律服务机构"""
    other: Optional[int]
    """3.其他，其他"""
    total: Optional[int]
    """3.其他，总计"""

class RequestsOutcomesOtherHandling:
    @property
    def unspecified(self) -> RequestsOutcomesOtherHandlingUnspecified: ...
    @property
    def no_correction_in_time(self) -> RequestsOutcomesOtherHandlingNoCorrectionInTime: ...
    @property
    def fee_not_paid_in_time(self) -> RequestsOutcomesOtherHandlingFeeNotPaidInTime: ...
    @property
    def miscellaneous(self) -> RequestsOutcomesOtherHandlingMiscellaneous: ...

class RequestsOutcomesTotal:
    natural_person: Optional[int]
    """（七）总计，自然人"""
    commercial_enterprise: Optional[int]
    """（七）总计，商业企业"""
    research_institution: Optional[int]
    """（七）总计，科研机构"""
    public_welfare_organization: Optional[int]
    """（七）总计，社会公益组织"""
    legal_service_organization: Optional[int]
    """（七）总计，法律服务机构"""
    other: Optional[int]
    """（七）总计，其他"""
    total: Optional[int]
    """（七）总计，总计"""

class RequestsOutcomes:
    @property
    def granted(self) -> RequestsOutcomesGranted: ...
    @property
    def partially_granted(self) -> RequestsOutcomesPartiallyGranted: ...
    @property
    def denied(self) -> RequestsOutcomesDenied: ...
    @property
    def unavailable(self) -> RequestsOutcomesUnavailable: ...
    @property
    def not_processed(self) -> RequestsOutcomesNotProcessed: ...
    @property
    def other_handling(self) -> RequestsOutcomesOtherHandling: ...
    @property
    def total(self) -> RequestsOutcomesTotal: ...

class RequestsCarriedOut:
    natural_person: Optional[int]
    """四、结转下年度继续办理，自然人"""
    commercial_enterprise: Optional[int]
    """四、结转下年度继续办理，商业企业"""
    research_institution: Optional[int]
    """四、结转下年度继续办理，科研机构"""
    public_welfare_organization: Optional[int]
    """四、结转下年度继续办理，社会公益组织"""
    legal_service_organization: Optional[int]
    """四、结转下年度继续办理，法律服务机构"""
    other: Optional[int]
    """四、结转下年度继续办理，其他"""
    total: Optional[int]
    """四、结转下年度继续办理，总计"""

class Requests:
    @property
    def received(self) -> RequestsReceived: ...
    @property
    def carried_in(self) -> RequestsCarriedIn: ...
    @property
    def outcomes(self) -> RequestsOutcomes: ...
    @property
    def carried_out(self) -> RequestsCarriedOut: ...

class Review:
    upheld: Optional[int]
    """行政复议，结果维持"""
    corrected: Optional[int]
    """行政复议，结果纠正"""
    other: Optional[int]
    """行政复议，其他结果"""
    pending: Optional[int]
    """行政复议，尚未审结"""
    total: Optional[int]
    """行政复议，总计"""

class LitigationDirect:
    upheld: Optional[int]
    """未经复议直接起诉，结果维持"""
    corrected: Optional[int]
    """未经复议直接起诉，结果纠正"""
    other: Optional[int]
    """未经复议直接起诉，其他结果"""
    pending: Optional[int]
    """未经复议直接起诉，尚未审结"""
    total: Optional[int]
    """未经复议直接起诉，总计"""

class LitigationAfterReview:
    upheld: Optional[int]
    """复议后起诉，结果维持"""
    corrected: Optional[int]
    """复议后起诉，结果纠正"""
    other: Optional[int]
    """复议后起诉，其他结果"""
    pending: Optional[int]
    """复议后起诉，尚未审结"""
    total: Optional[int]
    """复议后起诉，总计"""

class Litigation:
    @property
    def direct(self) -> LitigationDirect: ...
    @property
    def after_review(self) -> LitigationAfterReview: ...

class About:
    title: str
    publisher: str

class Narrative:
    preamble: str
    overview: str
    problems_and_improvements: str
    other_matters: str

class Form:
    @property
    def disclosure(self) -> Disclosure: ...
    @property
    def requests(self) -> Requests: ...
    @property
    def review(self) -> Review: ...
    @property
    def litigation(self) -> Litigation: ...
    @property
    def about(self) -> About: ...
    @property
    def narrative(self) -> Narrative: ...
